import type { PathProgress } from '@pregoner/shared'
import { TriangleAlert } from 'lucide-react'
import { Empty } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './script.module.css'
import { scriptWords } from './words.ts'

/** How far the walk over all paths has come. */
export function Walking({ progress, hasFailed }: { progress: PathProgress | null; hasFailed: boolean }) {
  const t = useWords(scriptWords)
  if (hasFailed) {
    return (
      <Empty Icon={TriangleAlert} title={t('failed')}>
        {t('tryAgain')}
      </Empty>
    )
  }
  const { covered, all } = progress ?? { covered: 0, all: 1 }
  return (
    <div className={styles.walking}>
      <p role="status">{t('walking')}</p>
      <progress max={all} value={covered} aria-label={t('walking')} />
      {progress && <p className={styles.hint}>{t('walkingAt', { covered, all })}</p>}
    </div>
  )
}
