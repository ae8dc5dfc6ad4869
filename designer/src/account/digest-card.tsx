import { Switch } from '@mantine/core'
import type { OwnDigests } from '@pregoner/shared'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useChooseDigest, useOwnDigests } from '../api/digest.ts'
import { Failed } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { ownDigestWords } from './words/digest.ts'

const ANCHOR = 'summary' // letters lead here

/** Whether one gets the weekly letter of each of one's towns. */
export function DigestCard() {
  const t = useWords(ownDigestWords)
  const own = useOwnDigests()
  const { hash } = useLocation()
  const card = useRef<HTMLElement>(null)
  const isThere = own.data !== undefined
  useEffect(() => {
    if (isThere && hash === `#${ANCHOR}`) card.current?.scrollIntoView()
  }, [isThere, hash])
  if (own.isError) return <Failed error={own.error} onRetry={() => void own.refetch()} />
  if (!own.data || own.data.towns.length === 0) return null
  return (
    <section className={styles.card} id={ANCHOR} ref={card} aria-labelledby="own-summary">
      <h2 id="own-summary">{t('title')}</h2>
      <p className={styles.note}>{t('help')}</p>
      {!own.data.canSend && <p className={styles.needed}>{t('noServer')}</p>}
      {own.data.towns.map(town => (
        <Choice key={town.townKey} town={town} canSend={own.data.canSend} />
      ))}
    </section>
  )
}

function Choice({ town, canSend }: { town: OwnDigests['towns'][number]; canSend: boolean }) {
  const t = useWords(ownDigestWords)
  const [language] = useLanguage()
  const choose = useChooseDigest()
  const { townKey, townName, isSent, isWanted, departments } = town
  const isEmpty = departments?.length === 0
  const mine = isEmpty ? 'none' : 'mine'
  const begun = canSend && isSent ? 'on' : 'later'
  return (
    <>
      <Switch
        className={styles.choice ?? ''}
        label={t(departments ? mine : 'all', { town: townName })}
        description={canSend && !isSent ? t('notSent') : undefined}
        checked={isWanted}
        disabled={choose.isPending || (isEmpty && !isWanted)}
        onChange={event => choose.mutate({ townKey, isWanted: event.currentTarget.checked, language })}
      />
      <Outcome of={choose} done={t(isWanted ? begun : 'off')} />
    </>
  )
}
