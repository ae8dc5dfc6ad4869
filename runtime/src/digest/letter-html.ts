import type { InterfaceLanguage } from '@pregoner/shared'
import { escaped } from '../mail/escaped.ts'

export interface Row {
  label: string
  value: string
  note: string
}
interface Link {
  words: string
  address: string
}

/** What a letter says, before it is text or HTML. */
export interface Content {
  language: InterfaceLanguage
  subject: string
  heading: string
  week: string
  hello: string
  /** Said when nothing happened. */
  quiet: string | null
  lines: Row[]
  tables: { title: string; rows: Row[] }[]
  link: Link | null
  why: string
  /** How to get no more of them. */
  stop: Link | null
}

// Programs that show mail know neither style sheets nor variables: the theme's own colours, for paper
const INK = '#17212b'
const MUTED = '#5a646e'
const PAPER = '#fbfaf7'
const LINE = '#dcd9d2'
const PRIMARY = '#0b5d5e'
const FONT = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif"

const cell = `padding:7px 0;border-bottom:1px solid ${LINE}`

const row = ({ label, value, note }: Row): string =>
  `<tr><th scope="row" align="left" style="${cell};padding-right:16px;font-weight:normal">${escaped(label)}` +
  `${note && `<br><span style="font-size:14px;color:${MUTED}">${escaped(note)}</span>`}</th>` +
  `<td align="right" valign="top" style="${cell};white-space:nowrap"><strong>${escaped(value)}</strong></td></tr>`

const table = (rows: readonly Row[]): string =>
  `<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse">${rows.map(row).join('')}</table>`

/** The letter as HTML that mail programs show alike: tables, no pictures, nothing fetched from anywhere. */
export function htmlOf(content: Content): string {
  const { language, subject, heading, week, hello, quiet, lines, tables, link, why, stop } = content
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light">',
    `<title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 12px;background:${PAPER};${FONT};font-size:16px;line-height:1.5;color:${INK}">`,
    '<div style="max-width:560px;margin:0 auto">',
    `<h1 style="margin:0;font-size:24px;line-height:1.25">${escaped(heading)}</h1>`,
    `<p style="margin:4px 0 16px;color:${MUTED}">${escaped(week)}</p>`,
    `<p style="margin:0 0 16px">${escaped(quiet ?? hello)}</p>`,
    table(lines),
    ...tables.map(
      ({ title, rows }) => `<h2 style="margin:28px 0 4px;font-size:18px">${escaped(title)}</h2>${table(rows)}`,
    ),
    link
      ? `<p style="margin:28px 0"><a href="${escaped(link.address)}" style="display:inline-block;padding:11px 18px;` +
        `border-radius:8px;background:${PRIMARY};color:#ffffff;text-decoration:none">${escaped(link.words)}</a></p>`
      : '',
    `<p style="margin:24px 0 0;font-size:14px;color:${MUTED}">${escaped(why)}`,
    stop ? ` <a href="${escaped(stop.address)}" style="color:${PRIMARY}">${escaped(stop.words)}</a>` : '',
    '</p></div></body></html>',
  ].join('\n')
}
