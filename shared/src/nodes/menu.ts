import { z } from 'zod'
import {
  MAX_BUTTON_BODY_CHARS,
  MAX_BUTTONS,
  MAX_LIST_BODY_CHARS,
  MAX_LIST_LABEL_CHARS,
  MAX_ROW_CHARS,
  MAX_ROW_DESCRIPTION_CHARS,
} from '../channel-limits.ts'
import type { InputOf } from '../input.ts'
import { type Language, localizedText, localizedWords } from '../language.ts'
import { id } from '../names.ts'
import { defineNode, type NodeFault, type Outcome, type Scene } from '../node.ts'
import { phrase } from '../phrases.ts'
import { NOT_UNDERSTOOD, says, taps } from '../sample.ts'
import { tappedOption } from '../scene.ts'
import { type Choice, understand } from '../understand.ts'

export const menuOption = z.strictObject({
  id,
  label: localizedText({ maxChars: MAX_ROW_CHARS }),
  description: localizedText({ maxChars: MAX_ROW_DESCRIPTION_CHARS }),
  synonyms: localizedWords,
})
export type MenuOption = z.infer<typeof menuOption>

const config = z.strictObject({
  text: localizedText(),
  options: z.array(menuOption).max(50),
  /** The label that opens the list when there are more than three options. */
  listLabel: localizedText({ maxChars: MAX_LIST_LABEL_CHARS }),
  /** Said when an answer is not understood; empty says the built-in words. */
  retryText: localizedText(),
  maxAttempts: z.number().int().min(1).max(10),
  waitMinutes: z.number().positive().max(43_200),
})
type Config = z.infer<typeof config>

/** Options never change once a flow is compiled, and `understand` prepares each list of choices once. */
const prepared = new WeakMap<readonly MenuOption[], Map<string, Choice[]>>()

function choicesFor(options: readonly MenuOption[], scene: Scene): Choice[] {
  const byLanguage = prepared.get(options) ?? new Map<string, Choice[]>()
  prepared.set(options, byLanguage)
  const key = `${scene.language}, ${scene.flowLanguages}`
  const choices = byLanguage.get(key) ?? makeChoices(options, scene)
  byLanguage.set(key, choices)
  return choices
}

/** What the contact can say for an option: their language first, the flow's other languages as well. */
const makeChoices = (options: readonly MenuOption[], scene: Scene): Choice[] =>
  options.map(option => ({
    id: option.id,
    label: scene.label(option.label),
    synonyms: option.synonyms[scene.language] ?? [],
    otherLanguages: scene.flowLanguages
      .filter(language => language !== scene.language)
      .flatMap(language => wordsOfOption(option, language)),
  }))

const wordsOfOption = ({ label, synonyms }: MenuOption, language: Language) => [
  ...(label[language] ? [label[language]] : []),
  ...(synonyms[language] ?? []),
]

const understood = (options: readonly MenuOption[], reply: InputOf<'reply'>, scene: Scene) =>
  understand(choicesFor(options, scene), { text: reply.text ?? undefined, choiceId: tappedOption(reply, scene) })

function ask(config: Config, scene: Scene, intro: string, again: boolean): Outcome {
  const text = [intro, scene.text(config.text)].filter(Boolean).join('\n\n')
  const choices = config.options.map(option =>
    scene.choice(option.id, scene.label(option.label), scene.label(option.description)),
  )
  const listLabel = scene.label(config.listLabel) || phrase('choose', scene.language, scene.defaultLanguage)
  return {
    messages: [scene.message(text, { choices, listLabel })],
    wait: { kind: 'reply', minutes: config.waitMinutes, again },
  }
}

const isPlain = true as const
const mayDegrade = true as const

/** Offers options and takes a tap, a number, the words, a synonym or nearly the words. */
export const menu = defineNode({
  type: 'menu',
  family: 'asks',
  config,
  blank: { text: {}, options: [], listLabel: {}, retryText: {}, maxAttempts: 3, waitMinutes: 1_440 },
  waits: () => true,
  timeouts: ({ waitMinutes }) => [{ exit: 'no_reply', minutes: waitMinutes }],
  isPlace: true,

  exits: ({ options }) => [
    ...options.map(({ id, label }) => ({ id, label })),
    { id: 'other', isGivingUp: true },
    { id: 'no_reply', isOptional: true },
  ],

  enter: (config, scene) => ask(config, scene, '', false),

  claims({ options }, reply, scene) {
    const meant = understood(options, reply, scene)
    if (!meant) return false
    return meant.rule === 'near' ? undefined : true // "baixa" ends notices, though an option is "Baixa del padró"
  },

  resume(config, input, scene) {
    if (input.kind !== 'reply') return { exit: 'no_reply' }
    const meant = understood(config.options, input, scene)
    if (meant) return { exit: meant.choiceId, rule: meant.rule }
    const effects = input.text
      ? [{ kind: 'not_understood' as const, flowId: scene.flowId, node: scene.node, text: input.text.slice(0, 500) }]
      : []
    if ((scene.wait?.attempts ?? 0) + 1 >= config.maxAttempts) return { exit: 'other', effects }
    const retry = scene.text(config.retryText) || phrase('choose_one', scene.language, scene.defaultLanguage)
    return { ...ask(config, scene, retry, true), effects }
  },

  samples: ({ options }, scene) => [
    ...options.map(({ id, label }) => taps(id, scene.choice(id, scene.label(label)))),
    says('other', NOT_UNDERSTOOD),
  ],

  texts: ({ text, options, listLabel, retryText }) => [
    {
      field: 'text',
      text,
      maxChars: options.length <= MAX_BUTTONS ? MAX_BUTTON_BODY_CHARS : MAX_LIST_BODY_CHARS,
      required: true,
    },
    ...options.flatMap((option, index) => [
      {
        field: `options.${index}.label`,
        text: option.label,
        maxChars: MAX_ROW_CHARS,
        required: true,
        isPlain,
        mayDegrade,
      },
      {
        field: `options.${index}.description`,
        text: option.description,
        maxChars: MAX_ROW_DESCRIPTION_CHARS,
        required: false,
        isPlain,
        mayDegrade,
      },
    ]),
    { field: 'listLabel', text: listLabel, maxChars: MAX_LIST_LABEL_CHARS, required: false, isPlain },
    { field: 'retryText', text: retryText, maxChars: MAX_BUTTON_BODY_CHARS, required: false },
  ],

  sends: ({ text, options, maxAttempts }) => ({
    first: [
      {
        texts: [text],
        room: options.length <= MAX_BUTTONS ? MAX_BUTTON_BODY_CHARS : MAX_LIST_BODY_CHARS,
        isOpen: options.length === 0,
      },
    ],
    later: { usual: 0, most: maxAttempts - 1 },
  }),

  offers: ({ options }) => options.map((option, index) => ({ ...option, field: `options.${index}` })),
  words: ({ options }) =>
    options.map(({ label, synonyms }, index) => ({
      field: `options.${index}.synonyms`,
      kind: 'synonym',
      words: synonyms,
      meaning: label,
    })),

  faults({ options }): NodeFault[] {
    const ids = options.map(option => option.id)
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
    const reserved = ids.find(id => id === 'other' || id === 'no_reply')
    return [
      ...(options.length === 0 ? [{ code: 'menu_empty' as const, severity: 'error' as const, field: 'options' }] : []),
      ...(repeated || reserved
        ? [
            {
              code: 'option_repeated' as const,
              severity: 'error' as const,
              field: 'options',
              values: { option: repeated ?? reserved ?? '' },
            },
          ]
        : []),
      ...(options.length > 10
        ? [
            {
              code: 'menu_long' as const,
              severity: 'warning' as const,
              field: 'options',
              values: { count: options.length },
            },
          ]
        : []),
    ]
  },
})
