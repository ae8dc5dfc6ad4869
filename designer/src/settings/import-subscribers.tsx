import { Alert, Button, FileButton, Select } from '@mantine/core'
import { type SubscriberReport, textIn } from '@pregoner/shared'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useImportSubscribers } from '../api/subscribers.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { subscriberWords } from './words/subscribers.ts'

/** Takes in those who said yes on paper: the file is looked through first, and saved only as a whole. */
export function ImportSubscribers() {
  const t = useWords(subscriberWords)
  const town = useTown()
  const [language] = useLanguage()
  const [topic, setTopic] = useState(town.topics[0]?.id ?? '')
  const [file, setFile] = useState<File | null>(null)
  const send = useImportSubscribers(town.key, topic)
  const look = (chosen: File | null) => {
    setFile(chosen)
    if (chosen) send.mutate({ file: chosen, save: false })
  }
  const report = send.data
  const isGood = report !== undefined && report.faults.length === 0 && !report.isDone
  return (
    <section className={styles.card} aria-labelledby="subscriber-file">
      <h2 id="subscriber-file">{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      <div className={forms.line}>
        <Select
          className={forms.grow ?? ''}
          label={t('topic')}
          allowDeselect={false}
          data={town.topics.map(({ id, name }) => ({ value: id, label: textIn(name, language, town.defaultLanguage) }))}
          value={topic}
          onChange={chosen => {
            setTopic(chosen ?? '')
            setFile(null)
            send.reset()
          }}
        />
        <FileButton key={report?.isDone ? 'again' : 'first'} accept=".csv,.txt,text/csv" onChange={look}>
          {props => (
            <Button
              {...props}
              variant="default"
              loading={send.isPending}
              leftSection={<FileUp size={16} aria-hidden="true" />}
            >
              {t('choose')}
            </Button>
          )}
        </FileButton>
      </div>
      <div role="status">{report && file && <Report report={report} name={file.name} />}</div>
      {send.isError && (
        <Alert color="red" role="alert">
          {describeError(send.error)}
        </Alert>
      )}
      {isGood && report.added > 0 && file && (
        <Button className={forms.add ?? ''} loading={send.isPending} onClick={() => send.mutate({ file, save: true })}>
          {t('save', { count: report.added })}
        </Button>
      )}
    </section>
  )
}

function Report({ report, name }: { report: SubscriberReport; name: string }) {
  const t = useWords(subscriberWords)
  const { added, already, faults, faultCount, isDone } = report
  if (faults.length === 0) {
    return (
      <p>
        <strong>{name}</strong>: {t(isDone ? 'done' : 'would', { count: added })}{' '}
        {already > 0 && t('already', { count: already })}
      </p>
    )
  }
  return (
    <>
      <p>
        <strong>{name}</strong>: {t('bad', { count: faultCount })}
      </p>
      <ul>
        {faults.map(({ line, code, value }) => (
          <li key={`${line} ${code}`}>{t('line', { line, fault: t(code, { value }) })}</li>
        ))}
      </ul>
    </>
  )
}
