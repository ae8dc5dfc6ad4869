import { emptyFlow, inspect, interfaceLanguages } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { makeId } from '../editor/identifiers.ts'
import { drawnFor, withTemplate } from './drawn-for.ts'
import { insertPart } from './insert-part.ts'
import { loadTemplate, type TemplateName } from './template.ts'
import { fullTown } from './test-towns.ts'

const languages = [...interfaceLanguages]
const empty = emptyFlow('canal', 'Canal', languages)
const drawn = async (name: TemplateName) =>
  drawnFor(await loadTemplate(name), { town: fullTown, languages, screenLanguage: 'ca' })

test('a part lies below what is drawn, under ids of its own', async () => {
  const flow = withTemplate(empty, await drawn('pharmacies'))
  const [after, added] = insertPart(flow, await drawn('contact'), null, makeId)
  expect(after.nodes.slice(0, flow.nodes.length)).toEqual(flow.nodes)
  expect(after.nodes.slice(flow.nodes.length).map(({ id }) => id)).toEqual(added)
  expect(new Set(after.nodes.map(({ id }) => id)).size).toBe(after.nodes.length)
  const lowest = Math.max(...flow.nodes.map(({ position }) => position.y))
  expect(after.nodes.slice(flow.nodes.length).every(({ position }) => position.y > lowest)).toBe(true)
})

test('an open exit leads into the part', async () => {
  const flow = { ...withTemplate(empty, await drawn('welcome')) }
  const [after, , entry] = insertPart(flow, await drawn('incident'), { node: 'consent', exit: 'accepted' }, makeId)
  expect(after.edges.find(({ from, exit }) => from === 'consent' && exit === 'accepted')?.to).toBe(entry)
  expect(after.nodes.find(({ id }) => id === entry)?.name).toBe('De què es tracta')
})

test('a start comes along only when its words are free', async () => {
  const flow = withTemplate(empty, await drawn('pharmacies'))
  const startsIn = (one: typeof flow) => one.nodes.filter(({ type }) => type === 'start').length
  const [withMore] = insertPart(flow, await drawn('contact'), null, makeId)
  expect(startsIn(withMore)).toBe(2)
  const [twice, , entry] = insertPart(withMore, await drawn('contact'), null, makeId)
  expect(startsIn(twice)).toBe(2)
  expect(twice.nodes.some(({ id }) => id === entry)).toBe(true)
  expect(inspect(twice, fullTown, []).map(({ code }) => code)).not.toContain('keyword_clash')
})

test('a whole channel in an empty drawing brings its main menu', async () => {
  const [after] = insertPart(empty, await drawn('town-channel'), null, makeId)
  const menu = after.nodes.find(({ id }) => id === after.settings.mainMenu)
  expect(menu?.name).toBe('Menú principal')
})
