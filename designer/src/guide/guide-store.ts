import { create } from 'zustand'

interface GuideState {
  readonly isKeyMapOpen: boolean
  /** The step of the tour that is shown; null when none is. */
  readonly tourAt: number | null
  openKeyMap(isOpen: boolean): void
  showTour(at: number | null): void
}

/** What is open of the guide; its parts lie in different corners of the desk. */
export const useGuide = create<GuideState>()(set => ({
  isKeyMapOpen: false,
  tourAt: null,
  openKeyMap: isKeyMapOpen => set({ isKeyMapOpen }),
  showTour: tourAt => set({ tourAt }),
}))
