import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyFlow, interfaceLanguages } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { drawnFor, withTemplate } from '../designer/src/templates/drawn-for.ts'
import { withExamples } from '../designer/src/templates/fill-in.ts'
import { loadTemplate, templateNames } from '../designer/src/templates/template.ts'
import { fullTown } from '../designer/src/templates/test-towns.ts'
import { printTranscript } from './transcripts/print.ts'
import { createPureTalker } from './transcripts/pure-talker.ts'
import { replay } from './transcripts/talker.ts'
import { publishAll } from './transcripts/towns.ts'
import { parseTranscript } from './transcripts/transcript.ts'

const folder = fileURLToPath(new URL('./template-transcripts', import.meta.url))
const languages = [...interfaceLanguages]

/** The flows of a town that has just begun with this template, all that is open written in with its examples. */
async function begun(named: string) {
  const name = templateNames.find(known => known === named)
  if (!name) throw new Error(`There is no template ${named}`)
  const circumstances = { town: fullTown, languages, screenLanguage: 'ca' } as const
  const drawn = drawnFor(await loadTemplate(name), circumstances)
  return publishAll(fullTown, [withExamples(withTemplate(emptyFlow(name, name, languages), drawn))])
}

test.each(readdirSync(folder).sort())('a template talks as it is written: %s', async file => {
  const path = join(folder, file)
  const transcript = parseTranscript(readFileSync(path, 'utf8'))
  const flows = await begun(file.split('.')[0] ?? '')
  const replayed = await replay(transcript, createPureTalker(flows, transcript.settings))
  await expect(printTranscript(transcript, replayed)).toMatchFileSnapshot(path)
})

test('every template has a conversation in every language', () => {
  const wanted = templateNames.flatMap(name => languages.map(language => `${name}.${language}.txt`))
  expect(readdirSync(folder).sort()).toEqual(wanted.sort())
})
