import sharp from 'sharp'

const MAX_PIXELS = 50_000_000 // a decompression bomb announces more
const MAX_EDGE = 2_560
const THUMB_EDGE = 320

/** A picture made anew: nothing of the original file is left but what one sees. */
export interface Picture {
  bytes: Buffer
  mime: 'image/jpeg' | 'image/png'
  thumb: Buffer
}

/** Turns it the right way up, strips position and camera data and writes it anew; null when it cannot be read. */
export async function remakePicture(bytes: Buffer): Promise<Picture | null> {
  try {
    const original = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { hasAlpha } = await original.metadata()
    const upright = original.rotate().resize(MAX_EDGE, MAX_EDGE, { fit: 'inside', withoutEnlargement: true })
    // WhatsApp sends JPEG and PNG only
    const made = await (hasAlpha ? upright.png() : upright.jpeg({ quality: 84, mozjpeg: true })).toBuffer()
    const thumb = await sharp(made)
      .resize(THUMB_EDGE, THUMB_EDGE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer()
    return { bytes: made, mime: hasAlpha ? 'image/png' : 'image/jpeg', thumb }
  } catch {
    return null // whatever sharp cannot read is kept as an opaque file
  }
}
