import { Switch } from '@mantine/core'
import { useWords } from '../i18n/index.ts'
import styles from './simulator.module.css'
import type { OtherFlows } from './use-other-flows.ts'
import { simulatorWords } from './words.ts'

/** Says which called flows citizens meet otherwise than they are drawn, and lets the officer choose what is played. */
export function Unpublished({ unpublished, playsDrawings, playDrawings }: OtherFlows) {
  const t = useWords(simulatorWords)
  const named = (isPublished: boolean) =>
    unpublished.filter(one => one.isPublished === isPublished).map(({ name }) => `«${name}»`)
  const changed = named(true)
  const fresh = named(false)
  if (unpublished.length === 0) return null
  return (
    <section className={styles.others} aria-label={t('unpublished.title')}>
      {fresh.length > 0 && <p className={styles.hint}>{t('unpublished.fresh', { flows: fresh.join(', ') })}</p>}
      {changed.length > 0 && (
        <Switch
          label={t('unpublished.play', { flows: changed.join(', ') })}
          description={t('unpublished.hint')}
          checked={playsDrawings}
          onChange={event => playDrawings(event.currentTarget.checked)}
        />
      )}
    </section>
  )
}
