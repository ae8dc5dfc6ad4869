const MAX_SHOWN = 2_000 // an address longer than browsers take is no address

/** One answer as it was given: a text, or a link when all of it is an address of the web. Nothing is fetched. */
export function AnswerText({ text }: { text: string }) {
  const isAddress = /^https?:\/\/\S+$/i.test(text) && text.length <= MAX_SHOWN && URL.canParse(text)
  if (!isAddress) return <bdi>{text}</bdi>
  return (
    <a href={text} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
      {text}
    </a>
  )
}
