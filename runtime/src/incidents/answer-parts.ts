import { type MediaFile, takesCaption } from '@pregoner/shared'

/** One message of an answer, with an id of its own so that its delivery is told apart from the others'. */
export interface AnswerPart {
  id: string
  text: string
  media: MediaFile[]
}

/**
 * An answer cut into the messages it goes out as: the text, under the first file where it fits, then one message per
 * file. The same answer is cut the same way every time.
 */
export function answerParts(answerId: string, text: string, files: readonly MediaFile[]): AnswerPart[] {
  const [first, ...others] = files
  const isTogether = first !== undefined && (text === '' || takesCaption(first, text))
  const bodies = isTogether
    ? [{ text, media: [first] }]
    : [{ text, media: [] }, ...(first ? [{ text: '', media: [first] }] : [])]
  const all = [...bodies, ...others.map(file => ({ text: '', media: [file] }))]
  return all.map((part, index) => ({ ...part, id: index === 0 ? answerId : `${answerId}:${index + 1}` }))
}
