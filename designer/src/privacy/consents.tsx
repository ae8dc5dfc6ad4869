import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Download, FileCheck, Search, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { consentsFile, useConsents } from '../api/privacy.ts'
import { useTownKey } from '../api/town.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import styles from './privacy.module.css'
import { privacyWords } from './words.ts'

const SEARCH_AFTER_MS = 400 // every search is written to the log
const columns = ['who', 'purpose', 'version', 'answer', 'when', 'message'] as const

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
      {found.error && !entries && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {!entries && !found.error && <PageLoading />}
      {entries?.length === 0 &&
        (text === '' ? (
          <Empty Icon={FileCheck} title={t('noConsents')}>
            {t('noConsentsHelp')}
          </Empty>
        ) : (
          <Empty Icon={SearchX} title={t('noneFound')}>
            {t('noneFoundHelp')}
          </Empty>
        ))}
      {entries && entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.wide} tabIndex={0} aria-label={t('answer')}>
          <table className={settings.table}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map(entry => (
                <tr key={entry.id}>
                  <td>
                    <Link to={`/t/${town}/conversations/${encodeURIComponent(entry.conversationId)}`}>
                      <bdi>{entry.contactName ?? entry.phone ?? t('anonymous')}</bdi>
                    </Link>
                    {entry.contactName && entry.phone && <div className={settings.note}>{entry.phone}</div>}
                  </td>
                  <td>{entry.purpose}</td>
                  <td>{entry.version}</td>
                  <td>
                    {t(entry.accepted ? 'accepted' : 'refused')}
                    {entry.withdrawnAt && (
                      <div className={settings.note}>{t('withdrawn', { when: formats.exact(entry.withdrawnAt) })}</div>
                    )}
                  </td>
                  <td>{formats.exact(entry.at)}</td>
                  <td className={styles.short} title={entry.messageId ?? undefined}>
                    {entry.messageId ?? '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {found.hasNextPage && (
        <div>
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </section>
  )
}
