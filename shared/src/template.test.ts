import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isVariableName, longestRendering, parseTemplate, renderTemplate } from './template.ts'

const options = { language: 'ca', timeZone: 'Europe/Madrid' } as const
const render = (source: string, values: Record<string, unknown> = {}, language: 'ca' | 'es' | 'it' | 'en' = 'ca') =>
  renderTemplate(parseTemplate(source), new Map(Object.entries(values)), { ...options, language })

describe('a template', () => {
  it.each([
    ['Hola, {{name}}!', { name: 'Anna' }, 'Hola, Anna!'],
    ['{{ name }}', { name: 'Anna' }, 'Anna'],
    ['{{name}}{{name}}', { name: 'A' }, 'AA'],
    ['{{contact.name}}', { 'contact.name': 'Pau' }, 'Pau'],
    ['{{nothing}}.', {}, '.'],
    ['{{nothing|default:"veí {o} | veïna"}}', {}, 'veí {o} | veïna'],
    ['{{nothing|default:"}}"}}', {}, '}}'],
    ['{{blank|default:amic}}', { blank: '  ' }, 'amic'],
    ['{{name|default:"x"}}', { name: 'Anna' }, 'Anna'],
    ['{{name|upper}} {{name|lower}}', { name: 'Àngel' }, 'ÀNGEL àngel'],
    ['{{name|capital}}', { name: 'èlia Puig' }, 'Èlia Puig'],
    ['{{name|first|upper}}', { name: 'anna maria puig' }, 'ANNA'],
    ['{{photos|first}}', { photos: ['un', 'dos'] }, 'un'],
    ['{{topics}}', { topics: ['neu', 'foc'] }, 'neu, foc'],
    ['{{topics|list}}', { topics: ['neu', 'foc', 'vent'] }, 'neu, foc i vent'],
    ['{{topics|list:lines}}', { topics: ['neu', 'foc'] }, '• neu\n• foc'],
    ['{{day|date}}', { day: '2026-12-24' }, '24 de desembre del 2026'],
    ['{{day|date:short}}', { day: '2026-12-24' }, '24/12/2026'],
    ['{{day|date:weekday}}', { day: '2026-12-24' }, 'dijous, 24 de desembre'],
    ['{{day}} {{day|upper}}', { day: '2026-12-24' }, '24 de desembre del 2026 24 DE DESEMBRE DEL 2026'],
    ['{{day}}', { day: '2026-13-99x' }, '2026-13-99x'],
    ['{{day|date}}', { day: 'demà' }, 'demà'],
    ['{{day|date:toString}}', { day: '2026-12-24' }, '24 de desembre del 2026'],
    ['{{at|time}}', { at: '2026-07-01T22:30:00.000Z' }, '00:30'],
    ['{{at|time}}', { at: '2026-07-01T09:05' }, '09:05'],
    ['{{at|time}}', { at: '09:05' }, '09:05'],
    ['{{at|datetime:short}}', { at: '2026-07-01T22:30:00.000Z' }, '02/07/2026, 00:30'],
    ['{{at|datetime:short}}', { at: '2026-07-01' }, '01/07/2026'],
    ['{{at}}', { at: new Date('2026-01-01T11:00:00Z') }, '1 de gener del 2026, 12:00'],
    ['{{n}} {{n|number}} {{n|number:2}}', { n: 12345.5 }, '12345,5 12.345,5 12.345,50'],
    ['{{n|number:0}}', { n: '12345' }, '12.345'],
    ['{{n|number}}', { n: 'molts' }, 'molts'],
    ['{{yes}} {{no}}', { yes: true, no: false }, 'sí no'],
    ['{{place}}', { place: { latitude: 41.5, longitude: 2.1 } }, '41.50000, 2.10000'],
    ['{{place}}', { place: { latitude: 1, longitude: 2, name: 'Plaça', address: 'Major 1' } }, 'Plaça, Major 1'],
    ['[{{a}}{{b}}{{c}}{{d}}]', { a: null, b: undefined, c: {}, d: Number.NaN }, '[]'],
    ['[{{a}}]', { a: () => 'run' }, '[]'],
  ])('%s with %j reads %s', (source, values, text) => {
    expect(render(source, values)).toBe(text)
  })

  it('formats dates and numbers as each language does', () => {
    const source = '{{day|date}} / {{n|number}} / {{ok}} / {{l|list}}'
    const values = { day: '2026-12-24', n: 1234567.5, ok: true, l: ['a', 'b'] }
    expect(render(source, values, 'es')).toBe('24 de diciembre de 2026 / 1.234.567,5 / sí / a y b')
    expect(render(source, values, 'it')).toBe('24 dicembre 2026 / 1.234.567,5 / sì / a e b')
    expect(render(source, values, 'en')).toBe('24 December 2026 / 1,234,567.5 / yes / a and b')
  })

  it.each([
    ['{{', 'unclosed', '{{'],
    ['Hola {{name', 'unclosed', '{{'],
    ['{{name|shout}}', 'unknown_filter', '{{name|shout}}'],
    ['{{name|constructor}}', 'unknown_filter', '{{name|constructor}}'],
    ['{{name|toString}}', 'unknown_filter', '{{name|toString}}'],
    ['{{name|upper:"x" y}}', 'unknown_filter', '{{name|upper:"x" y}}'],
    ['{{}}', 'bad_name', '{{}}'],
    ['{{1st}}', 'bad_name', '{{1st}}'],
    ['{{a b}}', 'bad_name', '{{a b}}'],
    ['{{a..b}}', 'bad_name', '{{a..b}}'],
    ['{{__proto__}}', 'bad_name', '{{__proto__}}'],
    ['{{contact.constructor}}', 'bad_name', '{{contact.constructor}}'],
    ['{{prototype.x}}', 'bad_name', '{{prototype.x}}'],
  ])('keeps the malformed %s as text and reports %s', (source, code, text) => {
    const template = parseTemplate(source)
    expect(template.problems).toEqual([{ code, at: source.indexOf('{{'), text }])
    expect(template.variables).toEqual([])
    expect(render(source, { name: 'Anna' })).toBe(source)
  })

  it('still fills in what follows a piece that was never closed', () => {
    expect(render('a {{ b {{name}} c', { name: 'Anna' })).toBe('a {{ b Anna c')
  })

  it('never reads a placeholder in a value', () => {
    expect(render('{{text}}', { text: '{{secret}}', secret: 'x' })).toBe('{{secret}}')
    expect(render('{{a}}{{b}}', { a: '{{sec', b: 'ret}}', secret: 'x' })).toBe('{{secret}}')
    expect(render('{{a|default:"{{secret}}"}}', { secret: 'x' })).toBe('{{secret}}')
  })

  it('takes no value from a prototype', () => {
    const place = Object.create({ name: 'inherited', latitude: 1, longitude: 1 })
    expect(render('[{{place}}]', { place })).toBe('[]')
    const getter = Object.defineProperty({}, 'name', { get: () => 'run', enumerable: true })
    expect(render('[{{getter}}]', { getter })).toBe('[]')
  })

  it('strips control characters and direction overrides from values only', () => {
    expect(render('{{t}}', { t: 'a\u0000b\u202ec\u2066d\u001b[31m\r\ne\tf\ud800' })).toBe('abcd[31m\ne\tf')
    expect(render('{{t}}', { t: 'مرحبا 👩‍👩‍👧 *negreta*' })).toBe('مرحبا 👩‍👩‍👧 *negreta*')
  })

  it('lists its variables once, in order', () => {
    expect(parseTemplate('{{b}} {{a.c|upper}} {{b}}').variables).toEqual(['b', 'a.c'])
  })

  it('accepts a function instead of a map', () => {
    expect(renderTemplate(parseTemplate('{{a}}'), name => `<${name}>`, options)).toBe('<a>')
  })

  it('estimates its longest rendering', () => {
    expect(longestRendering(parseTemplate('Hola'))).toBe(4)
    expect(longestRendering(parseTemplate('Hola {{name}}'))).toBe(45)
    expect(longestRendering(parseTemplate('{{at|time}}'))).toBe(5)
    expect(longestRendering(parseTemplate(`{{a|default:"${'x'.repeat(90)}"}}`))).toBe(90)
    expect(longestRendering(parseTemplate('Hola {{name}}'), () => 10)).toBe(15)
  })

  it('parses and renders anything without throwing, and text without braces as itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', '{', '|', 'name', ':', '"', 'upper', 'é', ' ')), pieces => {
        const source = pieces.join('')
        const text = render(source, { name: 'A' })
        if (!source.includes('{{')) expect(text).toBe(source)
      }),
    )
  })

  it('keeps a very long unclosed text whole', () => {
    const source = '{{'.repeat(10_000)
    expect(render(source)).toBe(source)
  })
})

it.each([
  ['name', true],
  ['answers.street', true],
  ['carrer_número-2', true],
  ['', false],
  ['.a', false],
  ['a.', false],
  ['a.__proto__', false],
  ['x'.repeat(121), false],
])('%s as a variable name: %s', (name, isGood) => {
  expect(isVariableName(name)).toBe(isGood)
})
