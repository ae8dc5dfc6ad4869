const ASK_AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 15_000]

const later = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Styles that did not arrive are not asked for again by themselves. */
const askForStylesAgain = () => {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (!link.sheet) link.replaceWith(link.cloneNode())
  }
}

/** The address of a program that did not arrive, where the browser tells it. */
export const addressIn = (error: unknown): string | null =>
  error instanceof Error ? (/https?:\/\/\S+\.js\b/.exec(error.message)?.[0] ?? null) : null

/**
 * Fetches a part of the program that is not there yet, and does not give up when the network is away for a moment.
 * Browsers remember that an address failed and do not ask for it again, so it is then asked for under another one.
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  let ask = load
  for (const [again, wait] of ASK_AGAIN_MS.entries()) {
    try {
      return await ask()
    } catch (error) {
      const address = addressIn(error)
      if (address) ask = () => import(/* @vite-ignore */ `${address}?again=${again + 1}`)
      await later(wait)
      askForStylesAgain()
    }
  }
  return ask()
}
