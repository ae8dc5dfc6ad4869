import { type Flow, type Language, languageCodes } from '@pregoner/shared'
import type { FileProblem, Wording } from './exchange.ts'
import { isBlank, type Row } from './rows.ts'
import { elements, escapeXml, parseXml, textInside, type XmlElement, XmlError } from './xml.ts'

interface XliffOptions {
  flowId: string
  source: Language
  target: Language
  /** Where a row stands, in words, for the translator. */
  whereOf(row: Row): string
}

function unit(row: Row, { source, target, whereOf }: XliffOptions): string {
  const original = row.values[source] ?? ''
  const translated = row.values[target] ?? ''
  const max = row.isPlain && row.maxChars !== null ? ` maxwidth="${row.maxChars}" size-unit="char"` : ''
  const state = isBlank(translated) ? 'needs-translation' : 'translated'
  return [
    `      <trans-unit id="${escapeXml(row.id)}" xml:space="preserve"${max}>`,
    `        <source xml:lang="${source}">${escapeXml(original)}</source>`,
    `        <target xml:lang="${target}" state="${state}">${escapeXml(translated)}</target>`,
    `        <note>${escapeXml(whereOf(row))}</note>`,
    '      </trans-unit>',
  ].join('\n')
}

/** The texts written in one language, with what there is of another: XLIFF 1.2, which every translation tool reads. */
export function writeXliff(rows: readonly Row[], options: XliffOptions): string {
  const { flowId, source, target } = options
  const units = rows.filter(row => !isBlank(row.values[source])).map(row => unit(row, options))
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="${escapeXml(flowId)}" source-language="${source}" target-language="${target}" datatype="plaintext">
    <body>
${units.join('\n')}
    </body>
  </file>
</xliff>
`
}

/** `ca-ES` is Catalan, too. */
const languageIn = (code: string): Language | undefined =>
  languageCodes.find(known => known === code.toLowerCase().split(/[-_]/)[0])

const unitsIn = (element: XmlElement): XmlElement[] => [
  ...elements(element, 'trans-unit'),
  ...elements(element, 'group').flatMap(unitsIn),
]

const fail = (problem: FileProblem) => ({ wordings: [], problems: [problem] })

/** The translations of such a file, however a tool has rewritten it, or what is wrong with it. */
export function readXliff(text: string, flow: Flow): { wordings: Wording[]; problems: FileProblem[] } {
  let document: XmlElement
  try {
    document = parseXml(text)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return fail(error.isForbidden ? { code: 'forbidden_xml' } : { code: 'broken_xml', line: error.line })
  }
  if (document.name !== 'xliff') return fail({ code: 'not_xliff' })
  if (!document.attributes.version?.startsWith('1.')) return fail({ code: 'xliff_version' })
  const read = elements(document, 'file').map(file => readFile(file, flow))
  return {
    wordings: read.flatMap(({ wordings }) => wordings),
    problems: read.length === 0 ? [{ code: 'empty' }] : read.flatMap(({ problems }) => problems),
  }
}

function readFile(file: XmlElement, flow: Flow): { wordings: Wording[]; problems: FileProblem[] } {
  const { original = '', 'source-language': from = '', 'target-language': to = '' } = file.attributes
  const [source, target] = [languageIn(from), languageIn(to)]
  if (!target || !flow.languages.includes(target)) return fail({ code: 'xliff_language', language: to })
  if (source === target) return fail({ code: 'same_language' })
  const units = elements(file, 'body').flatMap(unitsIn)
  const wordings = units.flatMap((one): Wording[] => {
    const [written] = elements(one, 'target')
    const [origin] = elements(one, 'source')
    if (!written) return []
    return [
      {
        id: one.attributes.id ?? '',
        language: target,
        value: textInside(written),
        source: source && origin ? { language: source, text: textInside(origin) } : null,
      },
    ]
  })
  return { wordings, problems: original !== '' && original !== flow.id ? [{ code: 'other_flow' }] : [] }
}
