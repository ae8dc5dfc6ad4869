import jsqr from 'jsqr'
import sharp from 'sharp'

/** What a phone reads on a picture, PNG or SVG; null when it finds no code. */
export async function readCode(picture: Buffer): Promise<string | null> {
  const image = sharp(picture).flatten({ background: '#ffffff' }).resize(800).ensureAlpha().raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
