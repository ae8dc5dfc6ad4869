import type { ClientToServer, IncidentSummary, ServerToClient } from '@pregoner/shared'
import { io, type Socket } from 'socket.io-client'
import { createClient } from '../../api-client.ts'
import { PASSWORD } from '../../channels/town-server.ts'
import type { WhatsAppDouble } from '../../whatsapp-double/index.ts'
import { type Figure, quantile } from '../report.ts'

const MAX_WAIT_MS = 30_000
const IN_FLIGHT = [1, 8]
let reports = 0

/** The socket of somebody at the desk, once it is in the rooms of the town. */
export async function openAgent(url: string, email: string): Promise<Socket<ServerToClient, ClientToServer>> {
  const client = createClient(url)
  await client.post('/session', { email, password: PASSWORD })
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    extraHeaders: { origin: url, cookie: client.cookies() },
  })
  await new Promise<void>(done => socket.on('connect', done))
  if (!(await socket.emitWithAck('watch_town', 'manresa'))) throw new Error(`${email} may not watch the town`)
  return socket
}

/** A neighbour tells everything but the last thing; `finish` says it, and gives how long ago that began. */
export async function beginReport(double: WhatsAppDouble) {
  reports += 1
  const where = `Carrer de la Mesura, ${1_000 + reports}`
  const person = double.person({ phone: `34611${String(reports).padStart(6, '0')}`, channel: 'demo-manresa' })
  await person.sends('incidència')
  await person.waitFor('De què es tracta?', MAX_WAIT_MS)
  await person.taps('Neteja i residus')
  await person.waitFor('Explica’ns què passa.', MAX_WAIT_MS)
  await person.sends('Un contenidor ple')
  await person.waitFor('On és?', MAX_WAIT_MS)
  await person.sends(where)
  await person.waitFor('Si en tens una foto', MAX_WAIT_MS)
  return { where, finish: () => person.sends('no') }
}

/** From the webhook that opens an incident to the event at the socket of the department's agent. */
export async function liveFigures(url: string, double: WhatsAppDouble, count: number): Promise<Figure[]> {
  const agent = await openAgent(url, 'neteja@manresa.example')
  const waiting = new Map<string, (at: number) => void>()
  agent.on('incident', ({ rev, summary }: IncidentSummary) => {
    if (rev !== 1) return
    for (const [where, heard] of waiting) if (summary.includes(where)) heard(performance.now())
  })

  async function measureOne(): Promise<number> {
    const { where, finish } = await beginReport(double)
    const heard = new Promise<number>((done, fail) => {
      waiting.set(where, done)
      setTimeout(() => fail(new Error(`${where} was not heard of`)), MAX_WAIT_MS).unref()
    })
    const started = performance.now()
    await finish()
    const took = (await heard) - started
    waiting.delete(where)
    return took
  }

  await measureOne() // warm
  const figures: Figure[] = []
  for (const inFlight of IN_FLIGHT) {
    const times: number[] = []
    let begun = 0
    const keepReporting = async () => {
      while (begun < count) {
        begun += 1
        times.push(await measureOne())
      }
    }
    await Promise.all(Array.from({ length: inFlight }, keepReporting))
    const against = `${times.length} reports, ${inFlight} at once; asked: p99 of 250`
    figures.push({ name: 'webhook to socket, median', value: quantile(times, 0.5), unit: 'ms', against })
    figures.push({ name: 'webhook to socket, p99', value: quantile(times, 0.99), unit: 'ms', against })
    figures.push({ name: 'webhook to socket, slowest', value: Math.max(...times), unit: 'ms', against })
  }
  agent.close()
  return figures
}
