import type { InterfaceLanguage } from '@pregoner/shared'
import { escaped } from '../mail/escaped.ts'

const words = {
  ca: {
    title: 'Resum setmanal de {town}',
    ask: 'Voleu deixar de rebre el resum setmanal de {town}?',
    stop: 'Deixa de rebre’l',
    done: 'Ja no rebreu més el resum setmanal de {town}.',
    backOwn: 'Si us hi repenseu, el podeu tornar a triar al vostre compte.',
    backDepartment: 'Qui administra {town} el pot tornar a enviar des d’Estadístiques.',
    unknown: 'Aquest enllaç no és vàlid.',
    unknownDo: 'Copieu-lo sencer del correu, o demaneu a qui administra el canal que l’aturi.',
  },
  es: {
    title: 'Resumen semanal de {town}',
    ask: '¿Quiere dejar de recibir el resumen semanal de {town}?',
    stop: 'Dejar de recibirlo',
    done: 'Ya no recibirá más el resumen semanal de {town}.',
    backOwn: 'Si cambia de idea, puede volver a elegirlo en su cuenta.',
    backDepartment: 'Quien administra {town} puede volver a enviarlo desde Estadísticas.',
    unknown: 'Este enlace no es válido.',
    unknownDo: 'Cópielo entero del correo, o pida a quien administra el canal que lo detenga.',
  },
  it: {
    title: 'Riepilogo settimanale di {town}',
    ask: 'Volete smettere di ricevere il riepilogo settimanale di {town}?',
    stop: 'Non riceverlo più',
    done: 'Non riceverete più il riepilogo settimanale di {town}.',
    backOwn: 'Se cambiate idea, potete sceglierlo di nuovo nel vostro account.',
    backDepartment: 'Chi amministra {town} può inviarlo di nuovo da Statistiche.',
    unknown: 'Questo link non è valido.',
    unknownDo: 'Copiatelo intero dal messaggio, o chiedete a chi amministra il canale di fermarlo.',
  },
  en: {
    title: 'Weekly summary of {town}',
    ask: 'Do you want to stop getting the weekly summary of {town}?',
    stop: 'Stop getting it',
    done: 'You will get no more weekly summaries of {town}.',
    backOwn: 'If you change your mind, you can choose it again in your account.',
    backDepartment: 'Whoever administers {town} can have it sent again from Statistics.',
    unknown: 'This link is not valid.',
    unknownDo: 'Copy the whole of it from the e-mail, or ask whoever administers the channel to stop the letter.',
  },
} satisfies Record<InterfaceLanguage, Record<string, string>>

interface StopPage {
  language: InterfaceLanguage
  townName: string
  /** Whether it is the letter of a department. */
  isDepartments: boolean
  state: 'asked' | 'done'
}

const page = (language: InterfaceLanguage, title: string, lines: readonly string[]): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>`,
    'body{margin:0;padding:48px 20px;background:#fbfaf7;color:#17212b;font:1rem/1.5 "Source Sans 3","Segoe UI",Helvetica,Arial,sans-serif}',
    'main{max-width:480px;margin:0 auto}h1{margin:0 0 16px;font-size:1.5rem;line-height:1.25}p{margin:0 0 16px}',
    'button{min-height:44px;padding:8px 18px;border:0;border-radius:8px;background:#0b5d5e;color:#fff;font:inherit;font-weight:600;cursor:pointer}',
    'button:focus-visible{outline:3px solid #17212b;outline-offset:2px}',
    '@media (prefers-color-scheme:dark){body{background:#14181c;color:#e8e6e1}button{background:#5cc5c0;color:#14181c}',
    'button:focus-visible{outline-color:#e8e6e1}}',
    '</style></head><body><main>',
    `<h1>${escaped(title)}</h1>`,
    ...lines,
    '</main></body></html>',
  ].join('\n')

/** What a link to stop a weekly letter shows: a question with its button, or that it is done. */
export function stopPage({ language, townName, isDepartments, state }: StopPage): string {
  const t = (word: keyof (typeof words)['ca']) => words[language][word].replaceAll('{town}', townName)
  const back = t(isDepartments ? 'backDepartment' : 'backOwn')
  const asked = [`<p>${escaped(t('ask'))}</p>`, `<form method="post"><button>${escaped(t('stop'))}</button></form>`]
  const done = [`<p role="status">${escaped(t('done'))}</p>`, `<p>${escaped(back)}</p>`]
  return page(language, t('title'), state === 'asked' ? asked : done)
}

/** What any other link shows, in the reader's language. */
export function unknownStopPage(language: InterfaceLanguage): string {
  const { unknown, unknownDo } = words[language]
  return page(language, unknown, [`<p>${escaped(unknownDo)}</p>`])
}
