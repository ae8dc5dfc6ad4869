import { z } from 'zod'
import { MAX_BUTTON_BODY_CHARS, MAX_BUTTON_CHARS } from '../channel-limits.ts'
import type { ContactFacts } from '../contact.ts'
import { localizedText } from '../language.ts'
import { defineNode, type Outcome, type Scene } from '../node.ts'
import { phrase } from '../phrases.ts'
import { taps } from '../sample.ts'
import { tappedOption } from '../scene.ts'
import { parseYesNo, understand } from '../understand.ts'

const MINUTES_A_DAY = 1_440

const config = z.strictObject({
  /** What the data is used for; one consent per purpose is kept. */
  purpose: z.string().min(1).max(60),
  /** Changes with the text: an older acceptance no longer counts then. */
  version: z.string().min(1).max(40),
  text: localizedText(),
  acceptLabel: localizedText({ maxChars: MAX_BUTTON_CHARS }),
  refuseLabel: localizedText({ maxChars: MAX_BUTTON_CHARS }),
  /** After so many days consent is asked for again; null never. */
  validDays: z.number().int().positive().nullable(),
  waitMinutes: z.number().positive().max(43_200),
})
type Config = z.infer<typeof config>

const labelsOf = ({ acceptLabel, refuseLabel }: Config, scene: Scene) => ({
  accept: scene.label(acceptLabel) || phrase('accept', scene.language, scene.defaultLanguage),
  refuse: scene.label(refuseLabel) || phrase('refuse', scene.language, scene.defaultLanguage),
})

function ask(config: Config, scene: Scene, intro: string, again: boolean): Outcome {
  const { accept, refuse } = labelsOf(config, scene)
  const text = [intro, scene.text(config.text)].filter(Boolean).join('\n\n')
  return {
    messages: [scene.message(text, { choices: [scene.choice('accept', accept), scene.choice('refuse', refuse)] })],
    wait: { kind: 'reply', minutes: config.waitMinutes, again },
  }
}

const recordOf = ({ purpose }: Config, { consents }: ContactFacts) =>
  consents.find(consent => consent.purpose === purpose)

function isValid(config: Config, contact: ContactFacts, now: Date): boolean {
  const { version, validDays } = config
  const record = recordOf(config, contact)
  if (!record?.accepted || record.version !== version) return false
  const ageMs = now.getTime() - new Date(record.at).getTime()
  return validDays === null || ageMs < validDays * MINUTES_A_DAY * 60_000
}

function decided(
  config: Config,
  reply: { text: string | null; choiceId: string | null },
  scene: Scene,
): boolean | null {
  const { accept, refuse } = labelsOf(config, scene)
  const meant = understand(
    [
      { id: 'accept', label: accept },
      { id: 'refuse', label: refuse },
    ],
    { text: reply.text ?? undefined, choiceId: tappedOption(reply, scene) },
  )
  // Consent must be unmistakable: "no accepto" is one letter group away from "accepto".
  if (meant && meant.rule !== 'near') return meant.choiceId === 'accept'
  return parseYesNo(reply.text ?? '')
}

/** Shows a legal text and records who accepted or refused which version, when, by which message. */
export const consent = defineNode({
  type: 'consent',
  family: 'asks',
  config,
  blank: {
    purpose: 'service',
    version: '1',
    text: {},
    acceptLabel: {},
    refuseLabel: {},
    validDays: null,
    waitMinutes: 1_440,
  },
  waits: (_config, exit) => exit === 'refused',
  consentExit: 'accepted',
  hasLapsed: (config, contact, now) => recordOf(config, contact) !== undefined && !isValid(config, contact, now),
  exits: () => [{ id: 'accepted' }, { id: 'refused' }],

  enter: (config, scene) =>
    isValid(config, scene.contact, scene.now) ? { exit: 'accepted' } : ask(config, scene, '', false),

  claims: (config, reply, scene) => decided(config, reply, scene) !== null,

  resume(config, input, scene) {
    if (input.kind !== 'reply') return { end: 'ended' }
    const accepted = decided(config, input, scene)
    if (accepted === null) return ask(config, scene, phrase('choose_one', scene.language, scene.defaultLanguage), true)
    const record = {
      purpose: config.purpose,
      version: config.version,
      accepted,
      at: scene.now.toISOString(),
      messageId: input.messageId,
    }
    return {
      exit: accepted ? 'accepted' : 'refused',
      contact: { consents: [...scene.contact.consents.filter(({ purpose }) => purpose !== config.purpose), record] },
      effects: [{ kind: 'record_consent', consent: record }],
    }
  },

  weighs: () => [{ name: 'contact.consents', values: [] }],
  samples(config, scene) {
    const { accept, refuse } = labelsOf(config, scene)
    return [taps('accepted', scene.choice('accept', accept)), taps('refused', scene.choice('refuse', refuse))]
  },

  sends: ({ text }) => ({
    first: [{ texts: [text], room: MAX_BUTTON_BODY_CHARS, isOpen: false }],
    later: { usual: 0, most: null },
    silentExits: ['accepted'],
  }),
  texts: ({ text, acceptLabel, refuseLabel }) => [
    { field: 'text', text, maxChars: MAX_BUTTON_BODY_CHARS, required: true },
    { field: 'acceptLabel', text: acceptLabel, maxChars: MAX_BUTTON_CHARS, required: false, isPlain: true },
    { field: 'refuseLabel', text: refuseLabel, maxChars: MAX_BUTTON_CHARS, required: false, isPlain: true },
  ],
})
