import { type InterfaceLanguage, interfaceLanguages, type TownData } from '@pregoner/shared'
import type { Conversation } from '../stores/conversation-store.ts'
import { languageFor } from './serve-requests.ts'

interface Page {
  town: TownData
  conversation: Conversation
  stored: Record<string, readonly object[]>
  files: readonly { path: string; name: string | null; at: Date }[]
  at: Date
}

const words = {
  ca: {
    title: 'Les teves dades a {town}',
    lead: 'Tot el que l’ajuntament tenia de tu en aquest canal el {at}. El fitxer data.json té el mateix i més, per a programes.',
    ...{ person: 'Tu', messages: 'Missatges', incidents: 'Incidències', consents: 'Consentiments' },
    ...{
      subscriptions: 'Subscripcions',
      files: 'Fitxers',
      appointments: 'Cites',
      you: 'Tu',
      hall: 'Ajuntament',
      none: 'Res.',
    },
  },
  es: {
    title: 'Tus datos en {town}',
    lead: 'Todo lo que el ayuntamiento tenía de ti en este canal el {at}. El archivo data.json tiene lo mismo y más, para programas.',
    ...{ person: 'Tú', messages: 'Mensajes', incidents: 'Incidencias', consents: 'Consentimientos' },
    ...{
      subscriptions: 'Suscripciones',
      files: 'Archivos',
      appointments: 'Citas',
      you: 'Tú',
      hall: 'Ayuntamiento',
      none: 'Nada.',
    },
  },
  it: {
    title: 'I tuoi dati a {town}',
    lead: 'Tutto ciò che il Comune aveva su di te in questo canale il {at}. Il file data.json contiene lo stesso e altro, per programmi.',
    ...{ person: 'Tu', messages: 'Messaggi', incidents: 'Segnalazioni', consents: 'Consensi' },
    ...{
      subscriptions: 'Iscrizioni',
      files: 'File',
      appointments: 'Appuntamenti',
      you: 'Tu',
      hall: 'Comune',
      none: 'Niente.',
    },
  },
  en: {
    title: 'Your data at {town}',
    lead: 'Everything the town hall held about you on this channel on {at}. The file data.json has the same and more, for programs.',
    ...{ person: 'You', messages: 'Messages', incidents: 'Incidents', consents: 'Consents' },
    ...{
      subscriptions: 'Subscriptions',
      files: 'Files',
      appointments: 'Appointments',
      you: 'You',
      hall: 'Town hall',
      none: 'Nothing.',
    },
  },
} satisfies Record<InterfaceLanguage, Record<string, string>>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

const fieldOf = (row: object, name: string): unknown => Object.entries(row).find(([key]) => key === name)?.[1]
function textOf(row: object, name: string): string {
  const value = fieldOf(row, name)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const list = (lines: readonly string[], none: string) =>
  lines.length === 0 ? `<p>${escaped(none)}</p>` : `<ul>${lines.map(line => `<li>${line}</li>`).join('\n')}</ul>`

/** The readable part of somebody's data, in their language: one page without anything from elsewhere. */
export function dataPage({ town, conversation, stored, files, at }: Page): string {
  const language = interfaceLanguages.find(one => one === languageFor(conversation, town)) ?? 'ca'
  const t = words[language]
  const moment = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: town.timeZone },
  })
  const when = (row: object, name: string) => {
    const value = fieldOf(row, name)
    return value instanceof Date ? `<time>${escaped(moment.format(value))}</time> ` : ''
  }
  const rows = (name: string) => stored[name] ?? []
  const section = (title: string, lines: readonly string[]) => `<h2>${escaped(title)}</h2>\n${list(lines, t.none)}`
  const said = [
    ...rows('messages').map(row => ({
      seq: Number(textOf(row, 'seq')),
      who: t.you,
      row,
      at: 'at',
      text: textOf(row, 'text'),
    })),
    ...rows('sends').map(row => {
      const message = fieldOf(row, 'message')
      const text = typeof message === 'object' && message !== null ? textOf(message, 'text') : ''
      return { seq: Number(textOf(row, 'seq')), who: t.hall, row, at: 'createdAt', text }
    }),
  ].sort((one, other) => one.seq - other.seq)
  const { contact, answers } = conversation.session
  const person = [
    ...[contact.name, conversation.phone && `+${conversation.phone}`, contact.labels.join(', ')].filter(Boolean),
    ...Object.entries({ ...contact.fields, ...answers }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ]
  const title = t.title.replace('{town}', town.name)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}time{color:#55606b}li{white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped(t.lead.replace('{at}', moment.format(at)))}</p>
${section(
  t.person,
  person.map(line => escaped(String(line))),
)}
${section(
  t.messages,
  said.map(({ who, row, at: field, text }) => `${when(row, field)}<strong>${escaped(who)}:</strong> ${escaped(text)}`),
)}
${section(
  t.incidents,
  rows('incidents').map(
    row =>
      `${when(row, 'openedAt')}<strong>${escaped(textOf(row, 'reference'))}</strong> ${escaped(textOf(row, 'summary'))}\n${escaped(textOf(row, 'text'))}`,
  ),
)}
${section(
  t.appointments,
  rows('appointments').map(
    row =>
      `${when(row, 'at')}<strong>${escaped(textOf(row, 'reference'))}</strong> ${escaped(textOf(row, 'serviceId'))}\n${escaped(textOf(row, 'note'))}`,
  ),
)}
${section(
  t.consents,
  rows('consents').map(
    row =>
      `${when(row, 'at')}${escaped(`${textOf(row, 'purpose')} ${textOf(row, 'version')}: ${fieldOf(row, 'accepted') === true ? '✓' : '✗'}`)}`,
  ),
)}
${section(
  t.subscriptions,
  rows('subscriptions').map(
    row =>
      `${when(row, 'at')}${escaped(`${textOf(row, 'topicId')}: ${fieldOf(row, 'subscribed') === true ? '✓' : '✗'}`)}`,
  ),
)}
${section(
  t.files,
  files.map(({ path, name }) => `<a href="${escaped(path)}">${escaped(name ?? path)}</a>`),
)}
</body></html>
`
}
