import { createContext, useContext } from 'react'

/** How much of a step is drawn: all of it, its kind and name, or a coloured box. */
export type Detail = 'full' | 'names' | 'boxes'

const NAMES_BELOW = 0.38 // below this zoom nobody can read a card
const BOXES_BELOW = 0.2 // below this zoom nobody can read a name, and hundreds of steps are in view

export const detailAt = (zoom: number): Detail => {
  if (zoom < BOXES_BELOW) return 'boxes'
  return zoom < NAMES_BELOW ? 'names' : 'full'
}

/** Told to the cards from one place: a thousand of them must not each listen to every move of the canvas. */
export const DetailContext = createContext<Detail>('full')

export const useDetail = (): Detail => useContext(DetailContext)
