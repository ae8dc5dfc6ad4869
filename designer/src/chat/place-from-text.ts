import type { Place } from '@pregoner/shared'

const coordinates = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/

/** What was typed as a place: coordinates when it looks like them, else an address; null when nothing was. */
export function placeFromText(text: string): Place | null {
  const typed = text.trim()
  if (typed === '') return null
  const [, first = '', second = ''] = coordinates.exec(typed) ?? []
  const latitude = Number(first.replace(',', '.'))
  const longitude = Number(second.replace(',', '.'))
  const isPoint = first !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isPoint
    ? { latitude, longitude, name: null, address: null }
    : { latitude: null, longitude: null, name: null, address: typed.slice(0, 1_000) }
}
