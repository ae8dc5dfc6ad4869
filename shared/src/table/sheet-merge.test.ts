import { expect, test } from 'vitest'
import type { SheetRow } from './sheet.ts'
import { mergedRows } from './sheet-merge.ts'

/** `a:1 2` is row a with the cells 1 and 2. */
const rows = (text: string): SheetRow[] =>
  text.split('|').flatMap(part => {
    const [id = '', cells = ''] = part.split(':')
    if (id === '') return []
    const [x = '', y = ''] = cells.split(' ')
    return [{ id, texts: { x, y }, was: null }]
  })
const said = (list: readonly SheetRow[]) => list.map(({ id, texts }) => `${id}:${texts.x} ${texts.y}`).join('|')

test.each([
  ['different cells of a row', 'a:1 2', 'a:9 2', 'a:1 8', 'a:9 8'],
  ['the same cell: mine', 'a:1 2', 'a:9 2', 'a:8 2', 'a:9 2'],
  ['each adds a row', 'a:1 2', 'a:1 2|m:3 3', 'a:1 2|t:4 4', 'a:1 2|t:4 4|m:3 3'],
  ['I remove what nobody touched', 'a:1 2|b:1 2', 'b:1 2', 'a:1 2|b:1 2', 'b:1 2'],
  ['I remove what they changed', 'a:1 2|b:1 2', 'b:1 2', 'a:9 2|b:1 2', 'a:9 2|b:1 2'],
  ['they remove what I changed', 'a:1 2|b:1 2', 'a:9 2|b:1 2', 'b:1 2', 'b:1 2|a:9 2'],
  ['they remove what I left', 'a:1 2|b:1 2', 'a:1 2|b:1 2', 'b:1 2', 'b:1 2'],
])('%s', (_what, base, mine, theirs, expected) => {
  expect(said(mergedRows(rows(base), rows(mine), rows(theirs)))).toBe(expected)
})
