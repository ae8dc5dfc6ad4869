import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ConsentEntry, textIn, topicOf } from '@pregoner/shared'
import { Download, FileCheck, Search, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { consentsFile, useConsents } from '../api/privacy.ts'
import { useTownKey, useTownOverview } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import { type Column, PagedLedger } from './ledger.tsx'
import styles from './privacy.module.css'
import { privacyWords } from './words.ts'

const SEARCH_AFTER_MS = 400 // every search is written to the log

/** The consent ledger: who agreed to which text, when, by which message, and when they took it back. */
export default function Consents() {
  const t = useWords(privacyWords)
  const formats = useFormats()
  const town = useTownKey()
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const search = useDebouncedCallback((written: string) => setText(written.trim()), SEARCH_AFTER_MS)
  const found = useConsents(town, text)
  const entries = found.data?.pages.flatMap(page => page.entries)
  const about = useTownOverview().data?.town
  const [language] = useLanguage()
  /** A subscription’s purpose is a topic by its id; one that is not there any more keeps that. */
  const purposeName = (purpose: string) => {
    const topicId = topicOf(purpose)
    if (topicId === null) return purpose
    const name = about?.topics.find(({ id }) => id === topicId)?.name
    return t('topicPurpose', { topic: textIn(name, language, about?.defaultLanguage ?? language) || topicId })
  }
  const columns: Column<ConsentEntry>[] = [
    { name: 'who', label: t('who'), cell: entry => <Who town={town} entry={entry} /> },
    { name: 'purpose', label: t('purpose'), cell: ({ purpose }) => purposeName(purpose) },
    { name: 'version', label: t('version'), cell: ({ version }) => version },
    {
      name: 'answer',
      label: t('answer'),
      cell: ({ accepted, withdrawnAt }) => (
        <>
          {t(accepted ? 'accepted' : 'refused')}
          {withdrawnAt && <div className={settings.note}>{t('withdrawn', { when: formats.exact(withdrawnAt) })}</div>}
        </>
      ),
    },
    {
      ...{ name: 'when', label: t('when'), look: 'line', cell: ({ at }) => `${formats.date(at)}, ${formats.time(at)}` },
      whole: ({ at }) => formats.exact(at),
    },
    {
      ...{ name: 'message', label: t('message'), look: 'key', cell: ({ messageId }) => messageId ?? '–' },
      whole: ({ messageId }) => messageId ?? undefined,
    },
  ]
  return (
    <section className={settings.card}>
      <p className={settings.note}>{t('consentsLead')}</p>
      <div className={styles.tools}>
        <TextInput
          className={styles.grow ?? ''}
          type="search"
          aria-label={t('searchConsents')}
          placeholder={t('searchConsents')}
          leftSection={<Search size={16} aria-hidden="true" />}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
        <Button
          component="a"
          href={consentsFile(town, text)}
          variant="default"
          mih="var(--target)"
          leftSection={<Download size={16} aria-hidden="true" />}
        >
          {t('csv')}
        </Button>
      </div>
      <PagedLedger
        found={found}
        rows={entries}
        label={t('answer')}
        keyOf={({ id }) => id}
        columns={columns}
        empty={
          <Empty Icon={text === '' ? FileCheck : SearchX} title={t(text === '' ? 'noConsents' : 'noneFound')}>
            {t(text === '' ? 'noConsentsHelp' : 'noneFoundHelp')}
          </Empty>
        }
      />
    </section>
  )
}

function Who({ town, entry: { conversationId, contactName, phone } }: { town: string; entry: ConsentEntry }) {
  const t = useWords(privacyWords)
  const who = <bdi>{contactName ?? phone ?? t('anonymous')}</bdi>
  return (
    <>
      {conversationId === null ? (
        who
      ) : (
        <Link to={`/t/${town}/conversations/${encodeURIComponent(conversationId)}`}>{who}</Link>
      )}
      {contactName && phone && <div className={settings.note}>{phone}</div>}
    </>
  )
}
