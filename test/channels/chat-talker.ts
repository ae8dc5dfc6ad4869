import { randomUUID } from 'node:crypto'
import { type ChatMessage, chatPage } from '@pregoner/shared'
import { type Happening, heardOf, type Talker } from '../transcripts/talker.ts'
import { type ManualClock, smallFiles } from '../whatsapp-double/index.ts'
import { createDesk } from './desk.ts'
import { letTimePass, quiet, type TownServer, waitingNow } from './town-server.ts'

/** Talks to a running server as the web chat's page does. */
export async function createChatTalker(server: TownServer, townKey: string, clock: ManualClock): Promise<Talker> {
  const desk = await createDesk(server, townKey)
  const others = await waitingNow(server)
  const base = `${server.url}/api/chat/${townKey}`
  let cookie = ''
  let cursor = 0
  let conversation = ''
  const offered: { id: string; label: string }[] = []

  async function call(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { origin: server.url, 'x-pregoner': '1', cookie, ...init.headers }
    const response = await fetch(base + path, { ...init, headers })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }

  function happeningOf({ message }: ChatMessage): Happening[] {
    if (!message) return []
    offered.push(...message.choices)
    return [{ kind: 'heard', heard: heardOf(message) }]
  }

  async function heard(): Promise<Happening[]> {
    await quiet(server)
    const page = chatPage.parse(await call(`?after=${cursor}${conversation && `&of=${conversation}`}`))
    cursor = page.cursor
    conversation = page.conversation
    return page.messages.flatMap(happeningOf)
  }

  const nothing = { text: null, choiceId: null, mediaIds: [], place: null }
  async function say(said: Partial<typeof nothing> | object): Promise<Happening[]> {
    const body = JSON.stringify({ id: randomUUID(), ...nothing, ...said })
    await call('', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    return heard()
  }

  await heard()
  return {
    say: text => say({ text }),
    tap(label) {
      const choice = offered.findLast(one => one.label === label)
      if (!choice) throw new Error(`Nothing to tap is called "${label}"`)
      return say({ choiceId: choice.id, text: choice.label })
    },
    async send({ kind, caption }) {
      const [bytes, mime] =
        kind === 'image' ? [smallFiles.photo, 'image/jpeg'] : [smallFiles.document, 'application/pdf']
      const headers = { 'content-type': mime }
      const stored = (await call('/media', { method: 'POST', body: new Uint8Array(bytes), headers })) as {
        mediaId: string
      }
      return say({ mediaIds: [stored.mediaId], text: caption })
    },
    place: place => say({ place }),
    async pass(minutes) {
      await letTimePass(server, clock, minutes, others)
      return heard()
    },
    async people(said) {
      await desk(said)
      return heard()
    },
    service: () => heard(), // what is looked for in the town's own database has been found by now
    state: () => Promise.resolve(null),
  }
}
