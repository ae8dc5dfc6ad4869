import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

describe('a transcript is answered as it is written', () => {
  test.each(files)('%s', async name => {
    const path = join(folder, name)
    const transcript = parseTranscript(readFileSync(path, 'utf8'))
    const flows = flowsFor(transcript.settings, dirname(path))
    const played = await replay(transcript, createPureTalker(flows, transcript.settings))
    await expect(printTranscript(transcript, played)).toMatchFileSnapshot(path)
  })
})
