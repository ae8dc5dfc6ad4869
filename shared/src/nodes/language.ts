import { z } from 'zod'
import { MAX_BUTTON_BODY_CHARS } from '../channel-limits.ts'
import { type Language, localizedText } from '../language.ts'
import { defineNode, type Outcome, type Scene } from '../node.ts'
import { phrase } from '../phrases.ts'
import { taps } from '../sample.ts'
import { tappedOption } from '../scene.ts'
import { type Choice, understand } from '../understand.ts'

/** What each language calls itself, and how people write its name in chat. */
export const languageNames: Record<Language, readonly [string, ...string[]]> = {
  ca: ['Català', 'Valencià', 'catalán', 'catalan', 'valenciano'],
  es: ['Castellano', 'Español', 'castellà', 'espanyol', 'spagnolo', 'spanish'],
  it: ['Italiano', 'italià', 'italian'],
  en: ['English', 'anglès', 'inglés', 'inglese'],
  fr: ['Français', 'francès', 'francés', 'francese', 'french'],
  de: ['Deutsch', 'alemany', 'alemán', 'tedesco', 'german'],
  pt: ['Português', 'portuguès', 'portugués', 'portoghese', 'portuguese'],
  ro: ['Română', 'romanès', 'rumano', 'rumeno', 'romanian'],
  ar: ['العربية', 'àrab', 'árabe', 'arabo', 'arabic'],
  uk: ['Українська', 'ucraïnès', 'ucraniano', 'ucraino', 'ukrainian'],
  gl: ['Galego', 'gallec', 'gallego'],
  eu: ['Euskara', 'basc', 'vasco'],
  zh: ['中文', 'xinès', 'chino', 'cinese', 'chinese'],
}

const config = z.strictObject({
  text: localizedText(),
  /** Names for the buttons where the usual one does not fit, like "Valencià". */
  labels: localizedText({ maxChars: 20 }),
  /** Asks even when the contact's language is known. */
  askAgain: z.boolean(),
  waitMinutes: z.number().positive().max(43_200),
})

type Config = z.infer<typeof config>

function ask(config: Config, scene: Scene, intro: string, again: boolean): Outcome {
  const labelOf = (code: Language) => config.labels[code] ?? languageNames[code][0]
  const choices = scene.flowLanguages.map(code => scene.choice(code, labelOf(code)))
  const text = [intro, scene.text(config.text)].filter(Boolean).join('\n\n')
  return {
    messages: [scene.message(text, { choices, listLabel: phrase('choose', scene.language, scene.defaultLanguage) })],
    wait: { kind: 'reply', minutes: config.waitMinutes, again },
  }
}

/** `understand` prepares each list of choices once, so there is one for each config and its flow's languages. */
const prepared = new WeakMap<Config['labels'], Map<string, Choice[]>>()

function choicesFor(labels: Config['labels'], { flowLanguages }: Scene): Choice[] {
  const byLanguages = prepared.get(labels) ?? new Map<string, Choice[]>()
  prepared.set(labels, byLanguages)
  const known = byLanguages.get(String(flowLanguages))
  if (known) return known
  const choices = flowLanguages.map(code => ({
    id: code,
    label: labels[code] ?? languageNames[code][0],
    synonyms: languageNames[code],
  }))
  byLanguages.set(String(flowLanguages), choices)
  return choices
}

const chosen = (labels: Config['labels'], reply: { text: string | null; choiceId: string | null }, scene: Scene) =>
  understand(choicesFor(labels, scene), { text: reply.text ?? undefined, choiceId: tappedOption(reply, scene) })

/** Lets contacts choose their language and remembers it; passes without asking when it is known. */
export const language = defineNode({
  type: 'language',
  family: 'asks',
  config,
  blank: { text: {}, labels: {}, askAgain: false, waitMinutes: 1_440 },
  waits: ({ askAgain }) => askAgain,
  exits: () => [{ id: 'next' }],

  enter(config, scene) {
    const isKnown = scene.contact.language !== null && scene.flowLanguages.includes(scene.contact.language)
    if ((isKnown && !config.askAgain) || scene.flowLanguages.length < 2) return { exit: 'next' }
    return ask(config, scene, '', false)
  },

  claims: ({ labels }, reply, scene) => chosen(labels, reply, scene) !== null,

  resume(config, input, scene) {
    if (input.kind !== 'reply') return { end: 'ended' }
    const meant = chosen(config.labels, input, scene)
    const code = scene.flowLanguages.find(known => known === meant?.choiceId)
    if (!meant || !code) {
      return ask(config, scene, phrase('choose_one', scene.language, scene.defaultLanguage), true)
    }
    return {
      exit: 'next',
      rule: meant.rule,
      contact: { language: code },
    }
  },

  samples: ({ labels }, scene, { language }) =>
    scene.flowLanguages
      .filter(code => code === language)
      .map(code => taps('next', scene.choice(code, labels[code] ?? languageNames[code][0]))),

  sends: ({ text }) => ({
    first: [{ texts: [text], room: MAX_BUTTON_BODY_CHARS, isOpen: false }],
    later: { usual: 0, most: null },
    silentExits: ['next'],
  }),
  texts: ({ text, labels }) => [
    { field: 'text', text, maxChars: MAX_BUTTON_BODY_CHARS, required: true },
    { field: 'labels', text: labels, maxChars: 20, required: false, isPlain: true, isShared: true },
  ],
})
