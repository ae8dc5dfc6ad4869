import { z } from 'zod'
import { MAX_BUTTON_BODY_CHARS, MAX_CAPTION_CHARS, MAX_LINK_LABEL_CHARS, MAX_TEXT_CHARS } from '../channel-limits.ts'
import { localizedText } from '../language.ts'
import { mediaKind, place } from '../message.ts'
import { defineNode, type NodeFault } from '../node.ts'
import { onlyOnce } from '../sends.ts'

const attachment = z.strictObject({
  kind: mediaKind.exclude(['sticker']),
  mediaId: z.string().max(200).nullable(),
  url: z.url().max(2_000).nullable(),
  fileName: z.string().max(300).nullable(),
  /** What is in it, for people who do not see it. */
  description: localizedText(),
})

/** Says something and goes on. */
export const message = defineNode({
  type: 'message',
  family: 'says',
  config: z.strictObject({
    text: localizedText(),
    attachment: attachment.nullable(),
    place: place.nullable(),
    link: z.strictObject({ label: localizedText(), url: z.string().max(2_000) }).nullable(),
  }),
  blank: { text: {}, attachment: null, place: null, link: null },
  exits: () => [{ id: 'next' }],

  enter({ text, attachment, place, link }, scene) {
    const words = scene.text(text)
    const said = scene.message(words, {
      media: attachment && {
        kind: attachment.kind,
        mediaId: attachment.mediaId,
        url: attachment.url,
        fileName: attachment.fileName,
      },
      link: link && { label: scene.label(link.label), url: link.url },
    })
    const isSaid = words !== '' || attachment !== null || link !== null
    // A place is a message of its own: no channel has room for words on it.
    return { exit: 'next', messages: [...(isSaid ? [said] : []), ...(place ? [scene.message('', { place })] : [])] }
  },

  sends({ text, attachment, place, link }) {
    const room = link ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS
    const words = { texts: [text], room, isOpen: link === null }
    const file = { texts: link ? [] : [text], room: 0, isOpen: false }
    const pin = { texts: [], room: 0, isOpen: false }
    const said = attachment ? [file, ...(link ? [words] : [])] : [words]
    const isSaid = attachment !== null || link !== null || Object.values(text).some(Boolean)
    return { first: [...(isSaid ? said : []), ...(place ? [pin] : [])], later: onlyOnce }
  },

  texts({ text, attachment, place, link }) {
    const plainLimit = attachment ? MAX_CAPTION_CHARS : MAX_TEXT_CHARS
    const body = {
      field: 'text',
      text,
      maxChars: link ? MAX_BUTTON_BODY_CHARS : plainLimit,
      required: !attachment && !place,
    }
    const isPlain = true as const
    return [
      body,
      ...(attachment
        ? [
            {
              field: 'attachment.description',
              text: attachment.description,
              maxChars: MAX_CAPTION_CHARS,
              required: false,
              isPlain,
            },
          ]
        : []),
      ...(link
        ? [{ field: 'link.label', text: link.label, maxChars: MAX_LINK_LABEL_CHARS, required: true, isPlain }]
        : []),
    ]
  },

  files: ({ attachment }) => (attachment?.mediaId ? ['attachment.mediaId'] : []),

  faults({ attachment, link }): NodeFault[] {
    const isBroken = link && !/^https?:\/\/[^\s]+$/.test(link.url)
    return [
      ...(isBroken
        ? [{ code: 'link_broken' as const, severity: 'error' as const, field: 'link.url', values: { url: link.url } }]
        : []),
      ...(attachment && !attachment.mediaId && !attachment.url
        ? [{ code: 'attachment_missing' as const, severity: 'error' as const, field: 'attachment' }]
        : []),
    ]
  },
})
