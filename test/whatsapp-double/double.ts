import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { FaultHandle } from './faults.ts'
import { createGraph } from './graph/app.ts'
import type { NewTemplate, Template, TemplateStatus } from './graph/template-store.ts'
import { addresseeOf, noteEnvelope } from './people/inbound.ts'
import { createPerson, type Person } from './people/person.ts'
import { meetPerson, type PersonOptions } from './people/thread.ts'
import { createPhone } from './phone/routes.ts'
import type { Behaviour, Delivery, DoubleChannel, DoubleOptions, Fault, GraphCall, Limits } from './types.ts'
import { shakeHands } from './webhooks/handshake.ts'
import { moderate } from './webhooks/moderation.ts'
import type { Webhooks } from './webhooks/sender.ts'
import { addChannel, type Channel, createWorld, type World } from './world.ts'

/** A stand-in for WhatsApp: Graph API on one side, people with phones and signed webhooks on the other. */
export interface WhatsAppDouble {
  /** The base of the Graph API; any version prefix is accepted behind it. */
  url: string
  addChannel(channel: DoubleChannel): void
  /** Finds or makes a person; the same phone or BSUID on the same channel is the same person again. */
  person(options?: PersonOptions): Person
  /** Every Graph request, in order of arrival. */
  calls: GraphCall[]
  fault(fault: Fault): FaultHandle
  clearFaults(): void
  webhooks: Webhooks
  setBehaviour(behaviour: Partial<Behaviour>): void
  setLimits(limits: Partial<Limits>): void
  /**
   * Signs, escapes and posts an envelope once: to the channel given, else the one its metadata names, else the first.
   * Its senders become people who can be answered.
   */
  deliver(envelope: object, channel?: string): Promise<Delivery>
  /** Posts bytes exactly as given, with exactly these headers. */
  deliverRaw(bytes: Buffer, headers: Record<string, string>, channel?: string): Promise<Delivery>
  /** `GET` of the callback URL as Meta does when it is saved; `token` to try a wrong one. */
  verifyHandshake(channel?: string, token?: string): Promise<{ status: number; body: string; isAccepted: boolean }>
  /** Adds a template to the channel's account, approved unless told otherwise. */
  template(template: NewTemplate, channel?: string): Template
  /** Gives a template another status, and tells the business by a webhook. */
  moderate(templateId: string, status: TemplateStatus, reason?: string): Promise<Delivery>
  /** The bytes of a media id, whoever uploaded it; also when it has expired. */
  mediaBytes(id: string): Buffer | undefined
  /** Delivered service messages of a calendar month (`2026-11`); the first 1,000 are free. */
  serviceDeliveries(month: string, channel?: string): number
  /** Resolves when no webhook is on its way or waiting to be repeated. */
  settled(timeoutMs?: number): Promise<void>
  close(): Promise<void>
}

export async function startWhatsAppDouble(options: DoubleOptions): Promise<WhatsAppDouble> {
  const world = createWorld(options)
  for (const channel of options.channels) addChannel(world, channel)
  const server = createServer(express().disable('x-powered-by').use(createPhone(world)).use(createGraph(world)))
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, resolve)
  })
  world.url = `http://${host}:${portOf(server.address())}`

  const channelOf = (id?: string): Channel => {
    const channel = id === undefined ? [...world.channels.values()][0] : world.channels.get(id)
    if (!channel) throw new Error(`The double has no channel ${id ?? ''}`)
    return channel
  }

  return {
    url: world.url,
    addChannel: channel => void addChannel(world, channel),
    person: (person = {}) => createPerson(world, meetPerson(world, channelOf(person.channel), person)),
    calls: world.calls,
    fault: fault => world.faults.add(fault),
    clearFaults: () => world.faults.clear(),
    webhooks: world.sender.webhooks,
    setBehaviour: behaviour => void Object.assign(world.behaviour, behaviour),
    setLimits: limits => void Object.assign(world.limits, limits),
    deliver(envelope, id) {
      const channel = channelOf(id ?? addresseeOf(world, envelope))
      noteEnvelope(world, channel, envelope)
      return world.sender.deliver(channel, envelope)
    },
    deliverRaw: (bytes, headers, id) => world.sender.deliverRaw(channelOf(id), bytes, headers),
    verifyHandshake: (id, token) => shakeHands(channelOf(id), token),
    template: (template, id) => world.templates.add(channelOf(id).wabaId, { status: 'APPROVED', ...template }),
    moderate: (id, status, reason) => moderate(world, id, status, reason),
    mediaBytes: id => world.media.peek(id)?.bytes,
    serviceDeliveries: (month, id) => channelOf(id).serviceDeliveries.get(month) ?? 0,
    settled: (timeoutMs = 5_000) => settled(world, timeoutMs),
    async close() {
      world.isClosed = true
      world.sender.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const portOf = (address: AddressInfo | string | null) => (address && typeof address === 'object' ? address.port : 0)

const QUIET_CHECKS = 6 // an accepted message takes up to three turns of the event loop from one status to the next

async function settled(world: World, timeoutMs: number) {
  const endMs = Date.now() + timeoutMs
  for (let quiet = 0; quiet < QUIET_CHECKS; ) {
    await new Promise(resolve => setTimeout(resolve, 3))
    quiet = world.sender.isIdle() ? quiet + 1 : 0
    if (Date.now() > endMs) throw new Error(`Webhooks are still on their way after ${timeoutMs} ms.`)
  }
}
