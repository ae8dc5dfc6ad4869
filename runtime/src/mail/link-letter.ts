import type { InterfaceLanguage } from '@pregoner/shared'
import { escaped } from './escaped.ts'
import { type LinkWord, linkWords } from './link-words.ts'
import type { Letter } from './mailer.ts'

interface LinkTold {
  kind: 'join' | 'password'
  language: InterfaceLanguage
  townName: string
  timeZone: string
  /** Who made the link. */
  by: string
  address: string
  expiresAt: Date
}

/** The e-mail that brings a link to its owner, as text and as simple HTML. */
export function linkLetter(told: LinkTold): Omit<Letter, 'to'> {
  const { kind, language, townName, timeZone, by, address, expiresAt } = told
  const locale = language === 'en' ? 'en-GB' : language
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(expiresAt)
  const values: Record<string, string> = { town: townName, by, until }
  const t = (word: LinkWord) =>
    linkWords[language][word].replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')

  const text = [t(kind), '', t(`${kind}Do`), address, '', t('until'), '', t('unasked'), ''].join('\n')
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escaped(t(`${kind}Subject`))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#17212b">',
    `<p>${escaped(t(kind))}</p>`,
    `<p>${escaped(t(`${kind}Do`))}</p>`,
    `<p><a href="${escaped(address)}" style="display:inline-block;padding:12px 20px;border-radius:8px;` +
      `background:#0b5d5e;color:#ffffff;text-decoration:none">${escaped(t(`${kind}Button`))}</a></p>`,
    `<p style="color:#5a646e;overflow-wrap:anywhere">${escaped(address)}</p>`,
    `<p>${escaped(t('until'))}</p>`,
    `<p style="color:#5a646e">${escaped(t('unasked'))}</p></body></html>`,
  ].join('\n')
  return { subject: t(`${kind}Subject`), text, html }
}
