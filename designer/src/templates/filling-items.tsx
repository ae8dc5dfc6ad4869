import { Button, TextInput } from '@mantine/core'
import { ArrowRight } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { fillIn, type Written } from './fill-in.ts'
import { exampleOf, isInterfaceLanguage, isPerLanguage, titleOfFillIn } from './fill-ins.ts'
import styles from './filling-panel.module.css'
import type { OpenChoice, OpenValue } from './open-places.ts'
import { fillingWords } from './words/filling.ts'

const MAX_CHARS = 300

const chosenHere = ['department', 'table', 'calendar', 'topic'] as const

interface LeadProps {
  words: string
  node: string
  field: string
}

/** A line that leads to the field of a step. */
function Lead({ words, node: id, field }: LeadProps) {
  const t = useWords(fillingWords)
  const editor = useEditor()
  const node = useEditorState(state => state.flow.nodes.find(one => one.id === id))
  const language = useEditorState(state => state.language)
  return (
    <li>
      <button type="button" className={styles.lead} onClick={() => editor.getState().goTo(id, field)}>
        <span>
          {words} <span className={styles.where}>{node && t('at', { step: titleOf(node, language) })}</span>
        </span>
        <ArrowRight size={16} aria-hidden />
      </button>
    </li>
  )
}

/** Something to be chosen in the form of a step. */
export function FillingChoice({ choice: { kind, node, field } }: { choice: OpenChoice }) {
  const t = useWords(fillingWords)
  const known = chosenHere.find(one => one === kind) ?? 'other'
  return <Lead words={t(`choose.${known}`)} node={node} field={field} />
}

/** Something to be written once, for all texts that are waiting for it. */
export function FillingValue({ value }: { value: OpenValue }) {
  const t = useWords(fillingWords)
  const [place] = value.places
  if (value.key === 'rows' && place) return <Lead words={t('choose.rows')} {...place} />
  return <ValueForm value={value} />
}

function ValueForm({ value: { called, key, languages, places } }: { value: OpenValue }) {
  const t = useWords(fillingWords)
  const nameOf = useWords(languageWords)
  const editor = useEditor()
  const [screenLanguage] = useLanguage()
  const [written, setWritten] = useState<Written>({})
  const form = useRef<HTMLFormElement>(null)
  const what = key ? titleOfFillIn(key, screenLanguage) : called
  const isSeveral = key !== null && isPerLanguage(key) && languages.length > 1
  const asked = isSeveral ? languages : languages.slice(0, 1)
  const isComplete = asked.every(language => written[language]?.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    const [only = ''] = asked.map(language => written[language])
    const all = isSeveral ? written : Object.fromEntries(languages.map(language => [language, only]))
    const next = form.current?.closest('li')?.nextElementSibling ?? form.current?.closest('ul')?.querySelector('li')
    editor.getState().run('fill_in', flow => fillIn(flow, called, all))
    editor.getState().announce(t('filled', { what, count: places.length }))
    next?.querySelector<HTMLElement>('input, button')?.focus()
  }
  return (
    <li>
      <form ref={form} className={styles.value} onSubmit={submit}>
        {asked.map(language => {
          const example = key && exampleOf(key, isInterfaceLanguage(language) ? language : screenLanguage)
          return (
            <TextInput
              key={language}
              size="xs"
              label={isSeveral ? t('inLanguage', { what, language: nameOf(language) }) : what}
              description={language === asked[0] && t('inTexts', { count: places.length })}
              placeholder={example ? t('example', { example }) : undefined}
              maxLength={MAX_CHARS}
              lang={isSeveral ? language : undefined}
              value={written[language] ?? ''}
              onChange={event => setWritten({ ...written, [language]: event.currentTarget.value })}
            />
          )
        })}
        <Button
          type="submit"
          size="compact-sm"
          variant="light"
          disabled={!isComplete}
          aria-label={t('writeNamed', { what })}
        >
          {t('write')}
        </Button>
      </form>
    </li>
  )
}
