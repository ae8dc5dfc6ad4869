import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { fieldNameIn, type Language, normalize } from '@pregoner/shared'
import { Download, FileCode2, FileSpreadsheet, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { type Change, type Comparison, compareWordings, withChanges } from './changes.ts'
import { writeCsv } from './csv.ts'
import type { FileProblem } from './exchange.ts'
import { ImportDialog } from './import-dialog.tsx'
import { readTranslations } from './read-file.ts'
import type { Row } from './rows.ts'
import { saveFile } from './save-file.ts'
import type { Look } from './shown-rows.ts'
import styles from './texts.module.css'
import { translationWords } from './words.ts'
import { writeXliff } from './xliff.ts'

interface ExchangeProps {
  look: Look
  rows: readonly Row[]
  all: readonly Language[]
}

/** What was read of a file, before anything of it is taken. */
export interface Arrived {
  name: string
  problems: FileProblem[]
  comparison: Comparison
}

const ICON = 14

/** The texts as files for spreadsheets and translators, and back. */
export function Exchange({ look, rows, all }: ExchangeProps) {
  const t = useWords(translationWords)
  const nameOf = useWords(languageWords)
  const [screenLanguage] = useLanguage()
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const input = useRef<HTMLInputElement>(null)
  const [arrived, setArrived] = useState<Arrived | null>(null)

  const whereOf = (row: Row) => `${look.titleOf(row)} · ${fieldNameIn(row.field, screenLanguage)}`
  const fileName = [normalize(flow.name).replaceAll(' ', '-') || flow.id, t('file')].join('-')
  const toCsv = () => {
    const delimiter = screenLanguage === 'en' ? ',' : ';'
    const titles = { where: t('where'), max: t('max') }
    saveFile(`${fileName}.csv`, writeCsv(rows, { languages: all, titles, whereOf, delimiter }), 'text/csv')
  }
  const toXliff = (target: Language) => {
    const options = { flowId: flow.id, source: flow.defaultLanguage, target, whereOf }
    saveFile(`${fileName}-${target}.xlf`, writeXliff(rows, options), 'application/xliff+xml')
  }
  const open = async (file: File) => {
    const now = editor.getState().flow
    const { wordings, problems } = readTranslations(new Uint8Array(await file.arrayBuffer()), file.name, now)
    setArrived({ name: file.name, problems, comparison: compareWordings(now, wordings, look.townName) })
  }
  const apply = (changes: readonly Change[]) => {
    setArrived(null)
    if (changes.length === 0) return
    editor.getState().run('import_texts', drawing => withChanges(drawing, changes))
    const message = t('in_done', { count: changes.length })
    notifications.show({ message })
    editor.getState().announce(message)
  }

  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="xs" variant="default" aria-label={t('out')}>
            <Download size={ICON} aria-hidden="true" />
            <span className={styles.buttonLabel}>{t('out')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileSpreadsheet size={ICON} aria-hidden="true" />} onClick={toCsv}>
            {t('out_csv')}
          </Menu.Item>
          {all
            .filter(language => language !== flow.defaultLanguage)
            .map(target => (
              <Menu.Item
                key={target}
                leftSection={<FileCode2 size={ICON} aria-hidden="true" />}
                onClick={() => toXliff(target)}
              >
                {t('out_xliff', { source: nameOf(flow.defaultLanguage), target: nameOf(target) })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="default"
        aria-label={t('in')}
        disabled={isReadOnly}
        onClick={() => input.current?.click()}
      >
        <Upload size={ICON} aria-hidden="true" />
        <span className={styles.buttonLabel}>{t('in')}</span>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('in')}
        accept=".csv,.tsv,.txt,.xlf,.xliff,text/csv,application/xliff+xml"
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) void open(file)
        }}
      />
      {arrived && <ImportDialog arrived={arrived} whereOf={whereOf} onApply={apply} onClose={() => setArrived(null)} />}
    </>
  )
}
