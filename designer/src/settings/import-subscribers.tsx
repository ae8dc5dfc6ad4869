import { Alert, Button, FileButton, Loader, Progress, Select } from '@mantine/core'
import { type SubscriberImport, textIn } from '@pregoner/shared'
import { Download, FileUp } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { reportAddress, useLookThrough, useTakeIn, useTaking } from '../api/subscribers.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { subscriberWords } from './words/subscribers.ts'

/** Takes in those who said yes on paper: the file is looked through first, and taken in only as a whole. */
export function ImportSubscribers() {
  const t = useWords(subscriberWords)
  const town = useTown()
  const [language] = useLanguage()
  const [topic, setTopic] = useState(town.topics[0]?.id ?? '')
  const look = useLookThrough(town.key, topic)
  const take = useTakeIn(town.key)
  const taking = useTaking(town.key, take.data)
  const found = taking.data ?? take.data ?? look.data
  const error = look.error ?? take.error ?? taking.error
  const begin = () => {
    look.reset()
    take.reset()
  }
  return (
    <section className={styles.card} aria-labelledby="subscriber-file">
      <h2 id="subscriber-file">{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      <div className={forms.line}>
        <Select
          className={forms.grow ?? ''}
          label={t('topic')}
          allowDeselect={false}
          disabled={look.isPending || found?.state === 'taking'}
          data={town.topics.map(({ id, name }) => ({ value: id, label: textIn(name, language, town.defaultLanguage) }))}
          value={topic}
          onChange={chosen => {
            setTopic(chosen ?? '')
            begin()
          }}
        />
        <FileButton
          key={found?.id ?? 'first'}
          accept=".csv,.txt,text/csv"
          onChange={file => {
            begin()
            if (file) look.mutate(file)
          }}
        >
          {props => (
            <Button
              {...props}
              variant="default"
              disabled={look.isPending || found?.state === 'taking'}
              leftSection={<FileUp size={16} aria-hidden="true" />}
            >
              {t('choose')}
            </Button>
          )}
        </FileButton>
      </div>
      <div role="status">
        {look.isPending && (
          <p className={forms.line}>
            <Loader size="xs" aria-hidden="true" /> {t('looking')}
          </p>
        )}
        {found && <Found found={found} townKey={town.key} />}
      </div>
      {error && (
        <Alert color="red" role="alert">
          {describeError(error)}
        </Alert>
      )}
      {found?.state === 'checked' && found.added > 0 && (
        <Button className={forms.add ?? ''} loading={take.isPending} onClick={() => take.mutate(found.id)}>
          {t('save', { count: found.added })}
        </Button>
      )}
    </section>
  )
}

/** What became of the file, in words; a bar while it is taken in. */
function Found({ found, townKey }: { found: SubscriberImport; townKey: string }) {
  const t = useWords(subscriberWords)
  const { state, fileName, added, already, taken } = found
  if (state === 'faulty') return <Faults found={found} townKey={townKey} />
  if (state === 'taking')
    return (
      <>
        <p>{t('taking', { taken, count: added })}</p>
        <Progress value={added === 0 ? 100 : (100 * taken) / added} aria-label={fileName} mt="xs" />
      </>
    )
  return (
    <p>
      <strong>{fileName}</strong>: {t(state === 'done' ? 'done' : 'would', { count: added })}{' '}
      {already > 0 && t('already', { count: already })}
    </p>
  )
}

/** The first lines that are no good; all of them are in a file to take away. */
function Faults({ found, townKey }: { found: SubscriberImport; townKey: string }) {
  const t = useWords(subscriberWords)
  const { id, fileName, faults, faultCount } = found
  const left = faultCount - new Set(faults.map(({ line }) => line)).size
  return (
    <>
      <p>
        <strong>{fileName}</strong>: {t('bad', { count: faultCount })}
      </p>
      <ul>
        {faults.map(({ line, code, value }) => (
          <li key={`${line} ${code}`}>{t('line', { line, fault: t(code, { value }) })}</li>
        ))}
      </ul>
      {left > 0 && <p>{t('more', { count: left })}</p>}
      <Button
        component="a"
        variant="default"
        mt="xs"
        href={reportAddress(townKey, id)}
        download
        leftSection={<Download size={16} aria-hidden="true" />}
      >
        {t('report')}
      </Button>
    </>
  )
}
