const TOUR = 'pregoner.tour'
const QUESTION_MARK = 'pregoner.questionMark'

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // storage forbidden: everybody is new each time
  }
}

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // not remembered
  }
}

/** Tells people at one computer apart without writing down who they are; FNV-1a, 32 bits. */
const markOf = (email: string): string => {
  let mark = 0x811c9dc5
  for (const char of email) mark = Math.imul(mark ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (mark >>> 0).toString(36)
}

/** Whether this person has finished or put off the tour in this browser. */
export const hasSeenTour = (email: string): boolean => read(`${TOUR}.${markOf(email)}`) !== null
export const rememberTour = (email: string): void => write(`${TOUR}.${markOf(email)}`, 'seen')

/** Whether the single key "?" opens the key map; people who dictate turn it off (WCAG 2.1.4). */
export const isQuestionMarkOn = (): boolean => read(QUESTION_MARK) !== 'off'
export const setQuestionMark = (isOn: boolean): void => write(QUESTION_MARK, isOn ? 'on' : 'off')
