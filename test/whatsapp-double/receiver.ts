import { createServer } from 'node:http'
import express from 'express'
import { type Json, recordOf, recordsOf } from './json.ts'
import { signatureOf } from './webhooks/signature.ts'

export interface Received {
  bytes: Buffer
  body: Json
  isSigned: boolean
}

/** A tiny server under test: takes webhooks, checks their signature, remembers them. */
export async function startReceiver(appSecret: string, verifyToken: string) {
  const received: Received[] = []
  const answers: number[] = []
  const app = express()
  app.use(express.raw({ type: () => true, limit: '5mb' }))
  app.get('/webhook', (request, response) => {
    const isRight = request.query['hub.verify_token'] === verifyToken
    if (isRight) response.type('text').send(String(request.query['hub.challenge']))
    else response.sendStatus(403)
  })
  app.post('/webhook', (request, response) => {
    const bytes: Buffer = request.body
    const isSigned = request.get('x-hub-signature-256') === signatureOf(bytes, appSecret)
    received.push({ bytes, body: recordOf(JSON.parse(bytes.toString())), isSigned })
    response.sendStatus(answers.shift() ?? 200)
  })
  const server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0

  const values = () =>
    received.flatMap(({ body }) =>
      recordsOf(body.entry).flatMap(entry => recordsOf(entry.changes).map(change => recordOf(change.value))),
    )
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    /** Statuses for the next webhooks; 200 when none is left. */
    answers,
    messages: () => values().flatMap(value => recordsOf(value.messages)),
    statuses: () => values().flatMap(value => recordsOf(value.statuses)),
    values,
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(resolve))
    },
  }
}
