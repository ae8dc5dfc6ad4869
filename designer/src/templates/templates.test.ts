import {
  emptyFlow,
  type Flow,
  type InterfaceLanguage,
  inspect,
  interfaceLanguages,
  nodeDefinition,
  type TownData,
} from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { drawnFor, withTemplate } from './drawn-for.ts'
import { withExamples } from './fill-in.ts'
import { openChoices, openValues } from './open-places.ts'
import { loadTemplate, type TemplateName, templateNames } from './template.ts'
import { bareTown, fullTown } from './test-towns.ts'

const languages = [...interfaceLanguages]

async function begun(name: TemplateName, town: TownData, screenLanguage: InterfaceLanguage = 'ca'): Promise<Flow> {
  const flow = emptyFlow(name, name, languages)
  return withTemplate(flow, drawnFor(await loadTemplate(name), { town, languages, screenLanguage }))
}

const errorsIn = (flow: Flow, town: TownData) => inspect(flow, town, []).filter(({ severity }) => severity === 'error')

describe.each(templateNames)('the template %s', name => {
  test('has every name and text in every language of the screens', async () => {
    const { nodes } = await loadTemplate(name)
    for (const node of nodes) {
      expect(Object.keys(node.name).sort(), node.id).toEqual([...languages].sort())
      const definition = nodeDefinition(node.type)
      const texts = definition?.texts?.(definition.config.parse(node.config)) ?? []
      for (const { field, text } of texts) {
        const written = Object.entries(text).filter(([, words]) => words?.trim())
        expect([0, languages.length], `${node.id} ${field}`).toContain(written.length)
      }
    }
  })

  test('marks the same things in every language', async () => {
    const { nodes } = await loadTemplate(name)
    for (const { id, type, config } of nodes) {
      const definition = nodeDefinition(type)
      for (const { field, text } of definition?.texts?.(definition.config.parse(config)) ?? []) {
        const marks = languages.map(language => (text[language]?.match(/\[\[\w+\]\]|\{\{[\w.]+/g) ?? []).sort().join())
        expect(new Set(marks).size, `${id} ${field}: ${marks}`).toBe(1)
      }
    }
  })

  test.each(languages)('has nothing to mend once a town has filled it in, with its steps in %s', async language => {
    const flow = withExamples(await begun(name, fullTown, language))
    expect(openValues(flow)).toEqual([])
    expect(errorsIn(flow, fullTown)).toEqual([])
  })

  test('cannot be published before, for no other reason than what is open', async () => {
    const flow = await begun(name, bareTown)
    const codes = new Set<string>(errorsIn(flow, bareTown).map(({ code }) => code))
    const fillingIn = ['reference_missing', 'to_fill_in', 'topic_missing']
    expect([...codes].filter(code => !fillingIn.includes(code))).toEqual([])
    expect(openValues(flow).length + openChoices(flow, bareTown).length).toBeGreaterThan(0)
  })

  test.each(languages)('speaks %s alone when the flow does', async language => {
    const only = { ...emptyFlow(name, name, [language]) }
    const drawn = drawnFor(await loadTemplate(name), { town: fullTown, languages: [language], screenLanguage: 'ca' })
    const others = languages.filter(code => code !== language)
    const texts = JSON.stringify(withTemplate(only, drawn).nodes.map(({ config }) => config))
    for (const code of others) expect(texts).not.toContain(`"${code}":`)
  })
})
