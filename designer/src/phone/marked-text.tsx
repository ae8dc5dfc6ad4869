import { Fragment, type ReactNode, useMemo } from 'react'
import { type Piece, parseMarks } from './marks.ts'

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const

interface MarkedTextProps {
  text: string
  /** Draws what is neither mark, code nor link; as it is written unless told otherwise. */
  renderWords?: (words: string) => ReactNode
}

const asWritten = (words: string): ReactNode => words

/** A text with WhatsApp's marks drawn as the phone draws them. Line breaks are kept by the surrounding style. */
export function MarkedText({ text, renderWords = asWritten }: MarkedTextProps) {
  const pieces = useMemo(() => parseMarks(text), [text])
  return <Pieces pieces={pieces} renderWords={renderWords} />
}

interface PiecesProps {
  pieces: Piece[]
  renderWords: (words: string) => ReactNode
}

function Pieces({ pieces, renderWords }: PiecesProps) {
  // Pieces never move within a text, so their order is their identity.
  return pieces.map((piece, index) => (
    <OnePiece key={`${index}-${piece.kind}`} piece={piece} renderWords={renderWords} />
  ))
}

function OnePiece({ piece, renderWords }: { piece: Piece } & Pick<PiecesProps, 'renderWords'>) {
  if (piece.kind === 'text') return <Fragment>{renderWords(piece.text)}</Fragment>
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
      <Pieces pieces={piece.children} renderWords={renderWords} />
    </Tag>
  )
}
