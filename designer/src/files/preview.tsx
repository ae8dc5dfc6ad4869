import { Button, Group, TextInput } from '@mantine/core'
import { type FlowFile, type TownData, textIn } from '@pregoner/shared'
import { CircleCheck } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { useFlows } from '../api/flows.ts'
import type { Match } from '../editor/adopt-part.ts'
import { clipboardWords } from '../editor/words/clipboard.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { adoptedFile } from './adopted-file.ts'
import styles from './files.module.css'
import { fileWords } from './words.ts'

const MAX_NAME_CHARS = 120

interface PreviewProps {
  file: FlowFile
  fileName: string
  town: TownData
  isBusy: boolean
  error: string | null
  onCreate(text: string): void
  onCancel(): void
}

/** What a file holds and what this town lacks for it, before anything is stored. */
export function Preview({ file, fileName, town, isBusy, error, onCreate, onCancel }: PreviewProps) {
  const t = useWords(fileWords)
  const nameOf = useWords(languageWords)
  const { flow, subflows } = file
  const flows = useFlows(town.key).data
  const [name, setName] = useState(flow.name)
  const around = useMemo(() => ({ town, flows: flows ?? [] }), [town, flows])
  const { matches } = useMemo(() => adoptedFile(file, around, flow.name), [file, around, flow.name])
  const lacking = matches.filter(({ here }) => here === null).sort((a, b) => a.thing.kind.localeCompare(b.thing.kind)) // departments together, tables together
  const unused = flow.languages.filter(language => !town.languages.includes(language))
  const isTaken = flows?.some(one => one.name === name.trim()) ?? false
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onCreate(adoptedFile(file, around, name.trim()).text)
  }

  return (
    <form onSubmit={submit} className={styles.preview}>
      <p className={styles.lead}>
        {file.town ? t('from', { file: fileName, town: file.town.name }) : t('fromFile', { file: fileName })}
      </p>
      <TextInput
        data-autofocus
        required
        label={t('name')}
        description={isTaken ? t('nameTaken') : null}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={MAX_NAME_CHARS}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={error}
      />
      <dl className={styles.facts}>
        <dt>{t('steps')}</dt>
        <dd>{flow.nodes.length}</dd>
        <dt>{t('languages')}</dt>
        <dd>{flow.languages.map(code => nameOf(code)).join(', ')}</dd>
        {subflows.length > 0 && (
          <>
            <dt>{t('inside')}</dt>
            <dd>{subflows.map(inner => inner.name).join(', ')}</dd>
          </>
        )}
      </dl>
      {unused.length > 0 && (
        <p className={styles.note}>
          {t('unusedLanguages', { languages: unused.map(code => nameOf(code)).join(', ') })}
        </p>
      )}
      <Lacking lacking={lacking} town={town} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={name.trim() === '' || flows === undefined}>
          {t('create')}
        </Button>
      </Group>
    </form>
  )
}

function Lacking({ lacking, town }: { lacking: readonly Match[]; town: TownData }) {
  const t = useWords(fileWords)
  const kindOf = useWords(clipboardWords)
  const [language] = useLanguage()
  if (lacking.length === 0) {
    return (
      <p className={styles.complete}>
        <CircleCheck size={18} aria-hidden /> {t('lackingNothing', { town: town.name })}
      </p>
    )
  }
  return (
    <section className={styles.lacking}>
      <h3>{t('lackingTitle', { town: town.name })}</h3>
      <ul>
        {lacking.map(({ key, thing }) => (
          <li key={key}>
            <span className={styles.kind}>{kindOf(thing.kind)}</span>{' '}
            {textIn(thing.name, language, town.defaultLanguage) || thing.id}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('lackingHint')}</p>
    </section>
  )
}
