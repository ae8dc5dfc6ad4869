const ASK_AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 15_000]

const later = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Styles that did not arrive are not asked for again by themselves. */
const askForStylesAgain = () => {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (!link.sheet) link.replaceWith(link.cloneNode())
  }
}

/** Fetches a part of the program that is not there yet, and does not give up when the network is away for a moment. */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const wait of ASK_AGAIN_MS) {
    try {
      return await load()
    } catch {
      await later(wait)
      askForStylesAgain()
    }
  }
  return load()
}
