import { Fragment, useMemo } from 'react'
import { type Piece, parseMarks } from './marks.ts'

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const

/** A text with WhatsApp's marks drawn as the phone draws them. Line breaks are kept by the surrounding style. */
export function MarkedText({ text }: { text: string }) {
  const pieces = useMemo(() => parseMarks(text), [text])
  return <Pieces pieces={pieces} />
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  // Pieces never move within a text, so their order is their identity.
  return pieces.map((piece, index) => <OnePiece key={`${index}-${piece.kind}`} piece={piece} />)
}

function OnePiece({ piece }: { piece: Piece }) {
  if (piece.kind === 'text') return <Fragment>{piece.text}</Fragment>
  if (piece.kind === 'code') return <code>{piece.text}</code>
  if (piece.kind === 'link')
    return (
      <a href={piece.url} target="_blank" rel="noopener noreferrer">
        {piece.text}
      </a>
    )
  const Tag = tags[piece.kind]
  return (
    <Tag>
      <Pieces pieces={piece.children} />
    </Tag>
  )
}
