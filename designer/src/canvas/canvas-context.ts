import type { TownData } from '@pregoner/shared'
import { createContext, useContext } from 'react'

/** What a menu on the canvas is about, and where it opens. */
export interface CanvasMenuRequest {
  readonly node: string
  /** Null for the menu of the whole step. */
  readonly exit: string | null
  readonly x: number
  readonly y: number
  /** Where the focus returns to. */
  readonly from: HTMLElement | null
}

export interface CanvasContextValue {
  readonly town: TownData | undefined
  /** Whether the drawing is read from top to bottom. */
  readonly isDownwards: boolean
  openMenu(request: CanvasMenuRequest): void
  /** A number as the reader writes it; made once, because hundreds of cards write numbers. */
  formatNumber(value: number): string
}

export const CanvasContext = createContext<CanvasContextValue>({
  town: undefined,
  isDownwards: false,
  openMenu: () => {},
  formatNumber: String,
})

export const useCanvas = (): CanvasContextValue => useContext(CanvasContext)
