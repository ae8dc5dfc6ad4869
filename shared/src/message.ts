import { z } from 'zod'
import { language } from './language.ts'

/** A point on the map, as sent by a phone or written down as an address. */
export const place = z.strictObject({
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  name: z.string().max(1_000).nullable(),
  address: z.string().max(1_000).nullable(),
})
export type Place = z.infer<typeof place>

export const mediaKind = z.enum(['image', 'document', 'audio', 'video', 'sticker'])
export type MediaKind = z.infer<typeof mediaKind>

/** A file in the town's media store. `caption` is what the sender wrote under it. */
export const mediaFile = z.strictObject({
  mediaId: z.string().max(200),
  kind: mediaKind,
  mime: z.string().max(200),
  name: z.string().max(300).nullable(),
  caption: z.string().max(4_096).nullable(),
})
export type MediaFile = z.infer<typeof mediaFile>

export const choice = z.strictObject({
  /** Comes back with a tap: `flow~node~turn~option`, so that an old tap is recognised. */
  id: z.string().max(200),
  label: z.string(),
  description: z.string().nullable(),
})
export type Choice = z.infer<typeof choice>

/** What a flow or a person says to a contact; the channel decides how it looks. */
export const outboundMessage = z.strictObject({
  text: z.string(),
  language,
  choices: z.array(choice).default([]),
  /** The label that opens a list when there are more choices than buttons. */
  listLabel: z.string().nullable().default(null),
  media: z
    .strictObject({
      kind: mediaKind,
      mediaId: z.string().nullable(),
      url: z.string().nullable(),
      fileName: z.string().nullable(),
    })
    .nullable()
    .default(null),
  place: place.nullable().default(null),
  link: z.strictObject({ label: z.string(), url: z.string() }).nullable().default(null),
  asksPlace: z.boolean().default(false),
  /** A text the platform has approved beforehand, the only kind it lets through once the 24-hour window has closed. */
  template: z
    .strictObject({ name: z.string(), languageCode: z.string(), parameters: z.array(z.string()) })
    .nullable()
    .default(null),
})
export type OutboundMessage = z.infer<typeof outboundMessage>

/** A message with only a text in it. */
export const textMessage = (text: string, inLanguage: z.infer<typeof language>): OutboundMessage => ({
  text,
  language: inLanguage,
  choices: [],
  listLabel: null,
  media: null,
  place: null,
  link: null,
  asksPlace: false,
  template: null,
})
