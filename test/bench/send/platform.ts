// A platform in a process of its own, as lean as can be: it takes messages, tells how far they got, and has citizens
// write meanwhile. WhatsApp's double does much more for each message than the server that is measured.
import { createServer } from 'node:http'
import { ACCESS_TOKEN, APP_SECRET } from '../../faults/open-server.ts'
import { escapedBytes, signatureOf } from '../../whatsapp-double/webhooks/signature.ts'

/** What the bench asks of it, and what it answers. */
export interface Measured {
  /** Notices that arrived, by second since the first. */
  perSecond: number[]
  /** When the first one arrived, by the clock. */
  firstAt: number | null
  total: number
  twice: number
  statusesAbsorbed: number
  statusesRefused: number
  /** From a citizen's webhook to the answer at the platform. */
  replyMs: number[]
}

const STATUSES = ['sent', 'delivered', 'read']
const STATUS_BATCH = 150
const STATUS_EVERY_MS = 50
const webhookUrl = process.env.WEBHOOK_URL ?? ''
const repliesPerSecond = Number(process.env.REPLIES_PER_SECOND ?? 5)

const seen = new Set<string>()
const waiting = new Map<string, number>()
const statuses: object[] = []
let measured: Measured = empty()
let citizens = 0

function empty(): Measured {
  return { perSecond: [], firstAt: null, total: 0, twice: 0, statusesAbsorbed: 0, statusesRefused: 0, replyMs: [] }
}

async function post(value: object): Promise<boolean> {
  const metadata = { display_phone_number: '34910000001', phone_number_id: 'demo-vila' }
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }
  const bytes = escapedBytes({ object: 'whatsapp_business_account', entry: [{ id: 'w', changes: [change] }] })
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(bytes, APP_SECRET) }
  const body = new Uint8Array(bytes)
  return fetch(webhookUrl, { method: 'POST', headers, body }).then(
    ({ ok }) => ok,
    () => false,
  )
}

function arrived(to: string, effectId: string, id: string): void {
  const began = waiting.get(to)
  if (began !== undefined) {
    waiting.delete(to)
    measured.replyMs.push(performance.now() - began)
    return
  }
  const now = Date.now()
  measured.firstAt ??= now
  const second = Math.floor((now - measured.firstAt) / 1_000)
  measured.perSecond[second] = (measured.perSecond[second] ?? 0) + 1
  measured.total += 1
  if (seen.has(to)) measured.twice += 1
  seen.add(to)
  const timestamp = String(Math.floor(now / 1_000))
  for (const status of STATUSES) {
    statuses.push({ id, status, timestamp, recipient_id: to.slice(1), biz_opaque_callback_data: effectId })
  }
}

const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', part => {
    text += part
  })
  request.on('end', () => {
    const body = JSON.parse(text)
    response.setHeader('content-type', 'application/json')
    if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) response.statusCode = 401
    if (body.status === 'read') return response.end('{"success":true}')
    const id = `wamid.${body.biz_opaque_callback_data}`
    response.end(JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id }] }))
    arrived(body.to, body.biz_opaque_callback_data, id)
  })
})

setInterval(() => {
  while (statuses.length > 0) {
    const batch = statuses.splice(0, STATUS_BATCH)
    void post({ statuses: batch }).then(isTaken => {
      if (isTaken) measured.statusesAbsorbed += batch.length
      else measured.statusesRefused += batch.length
    })
  }
}, STATUS_EVERY_MS)

if (repliesPerSecond > 0) {
  setInterval(() => {
    const from = `34711${String(citizens++).padStart(6, '0')}`
    waiting.set(`+${from}`, performance.now())
    const timestamp = String(Math.floor(Date.now() / 1_000))
    const message = { from, id: `wamid.in.${from}`, timestamp, type: 'text', text: { body: 'hola' } }
    void post({ contacts: [{ wa_id: from }], messages: [message] })
  }, 1_000 / repliesPerSecond)
}

process.on('message', said => {
  if (said === 'measured') process.send?.(measured)
  if (said === 'begin') {
    measured = empty()
    seen.clear()
    process.send?.('begun')
  }
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('listening'))
