import { create } from 'qrcode'
import { pathOf, QUIET } from '../account/qr-path.ts'

const CAPTION = 0.2 // of the code's side, for the two lines under it
const NARROWEST = 0.55 // how much of its height a letter is wide, about

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char)

/** A letter height with which a line stays inside the poster. */
const fitting = (text: string, width: number, highest: number) =>
  Math.min(highest, width / Math.max(1, [...text].length * NARROWEST))

export interface Poster {
  link: string
  /** Under the code, in bold: the town. */
  name: string
  /** Under the name: what to do. */
  words: string
}

/** A poster's picture: the code, the town's name, and what to do; black on white. */
export function posterSvg({ link, name, words }: Poster, px: number): string {
  const { modules } = create(link, { errorCorrectionLevel: 'Q' }) // readable with a quarter of it dirty
  const side = modules.size + 2 * QUIET
  const height = side * (1 + CAPTION)
  const line = (text: string, y: number, size: number, weight: number) =>
    `<text x="${side / 2}" y="${y}" font-size="${fitting(text, side - QUIET, size)}" font-weight="${weight}" ` +
    `text-anchor="middle" font-family="Source Sans 3, Noto Sans, Helvetica, Arial, sans-serif">${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px}" height="${Math.round(px * (1 + CAPTION))}" viewBox="0 0 ${side} ${height}">`,
    `<rect width="${side}" height="${height}" fill="#fff"/>`,
    `<path d="${pathOf(modules)}" shape-rendering="crispEdges"/>`,
    line(name, side * 1.05, side * 0.085, 700),
    line(words, side * 1.145, side * 0.055, 400),
    '</svg>',
  ].join('')
}

/** The same as a picture of dots. */
export async function posterPng(poster: Poster, px: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([posterSvg(poster, px)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = px
    canvas.height = Math.round(px * (1 + CAPTION))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    if (!blob) throw new Error('the picture could not be drawn')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Opens a conversation with a number, with a word written already. */
export function whatsAppLink(number: string, keyword: string): string {
  const digits = number.replace(/\D/g, '')
  const text = keyword.trim()
  return `https://wa.me/${digits}${text ? `?text=${encodeURIComponent(text)}` : ''}`
}
