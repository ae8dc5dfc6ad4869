import type { InterfaceLanguage } from '@pregoner/shared'
import type { TemplateNews } from '../stores/template-state-store.ts'
import { escaped } from './escaped.ts'
import type { Letter } from './mailer.ts'
import { type TemplateWord, templateWords } from './template-words.ts'

interface TemplatesTold {
  language: InterfaceLanguage
  townName: string
  news: readonly TemplateNews[]
  /** The template that asks people to write again, if the town has one. */
  windowTemplate: string | null
  /** Where the templates are on screen; null when nobody knows the address. */
  link: string | null
}

/** The letter that tells administrators which templates cannot be sent any more, as text and as simple HTML. */
export function templateLetter({ language, townName, news, windowTemplate, link }: TemplatesTold): Omit<Letter, 'to'> {
  const t = (word: TemplateWord, values: Record<string, string> = {}) =>
    templateWords[language][word].replace(
      /\{(\w+)\}/g,
      (_all, name: string) => ({ town: townName, ...values })[name] ?? '',
    )
  const stateOf = ({ state }: TemplateNews) =>
    state === 'REJECTED' || state === 'PAUSED' || state === 'DISABLED' ? t(state) : state
  const told = news.map(one => ({
    name: `${one.name} (${one.language})`,
    state: [stateOf(one), ...(one.reason ? [t('reason', { reason: one.reason })] : [])].join(', '),
    used: one.name === windowTemplate ? t('used') : null,
  }))
  const text = [
    t('lead'),
    '',
    ...told.flatMap(({ name, state, used }) => [`- ${name}: ${state}`, ...(used ? [`  ${used}`] : [])]),
    '',
    t('todo'),
    ...(link ? [link] : []),
    '',
    t('why'),
    '',
  ].join('\n')
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escaped(t('subject'))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#17212b">',
    `<p>${escaped(t('lead'))}</p><ul>`,
    ...told.map(
      ({ name, state, used }) =>
        `<li><strong>${escaped(name)}</strong>: ${escaped(state)}${used ? `<br>${escaped(used)}` : ''}</li>`,
    ),
    `</ul><p>${escaped(t('todo'))}</p>`,
    link
      ? `<p><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;` +
        `background:#0b5d5e;color:#ffffff;text-decoration:none">${escaped(t('button'))}</a></p>`
      : '',
    `<p style="color:#5a646e">${escaped(t('why'))}</p></body></html>`,
  ].join('\n')
  return { subject: t('subject'), text, html }
}
