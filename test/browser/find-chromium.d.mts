/** The path of a Chromium that starts. Throws, saying how to get one, when there is none. */
export function findChromium(): Promise<string>
