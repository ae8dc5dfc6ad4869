import { useMediaQuery } from '@mantine/hooks'

const NARROW = '(max-width: 799px)'

/** Whether the screen is a phone's, where the desk shows one thing at a time. */
export const useNarrow = (): boolean =>
  useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false })
