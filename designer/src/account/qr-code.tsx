import { create } from 'qrcode'
import { pathOf, QUIET } from './qr-path.ts'

interface QrCodeProps {
  text: string
  /** What it is, for whoever does not see it. */
  label: string
  size: number
}

/** A QR code, dark on white in both schemes, because cameras read it best so. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
