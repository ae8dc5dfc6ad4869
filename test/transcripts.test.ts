import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoTowns } from '@pregoner/seeds'
import { nodeDefinition, type Passage } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { printTranscript } from './transcripts/print.ts'
import { createPureTalker } from './transcripts/pure-talker.ts'
import { replay } from './transcripts/talker.ts'
import { flowsFor } from './transcripts/towns.ts'
import { parseTranscript } from './transcripts/transcript.ts'

const folder = fileURLToPath(new URL('./transcripts', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.txt'))
  .sort()

async function play(path: string, passed?: (passage: Passage) => void): Promise<string> {
  const transcript = parseTranscript(readFileSync(path, 'utf8'))
  const flows = flowsFor(transcript.settings, dirname(path))
  return printTranscript(transcript, await replay(transcript, createPureTalker(flows, transcript.settings, passed)))
}

describe('a transcript is answered as it is written', () => {
  test.each(files)('%s', async name => {
    const path = join(folder, name)
    await expect(await play(path)).toMatchFileSnapshot(path)
  })
})

describe.each(demoTowns(new Date()))('the transcripts of $town.name', ({ town, flows }) => {
  test('take every entry of every menu', async () => {
    const taken = new Set<string>()
    const own = files.filter(name => name.startsWith(join('towns', town.key)))
    for (const name of own) {
      await play(join(folder, name), ({ flowId, node, exit }) => taken.add(`${flowId} ${node} ${exit}`))
    }
    const entries = flows.flatMap(flow =>
      flow.nodes
        .filter(({ type }) => type === 'menu')
        .flatMap(({ id, type, config }) =>
          (nodeDefinition(type)?.exits(config) ?? []).map(exit => `${flow.id} ${id} ${exit.id}`),
        ),
    )
    expect(entries.filter(entry => !taken.has(entry) && !/ (other|no_reply)$/.test(entry))).toEqual([])
  })
})
