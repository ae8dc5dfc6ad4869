import { ClipboardPen, LayoutTemplate, Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './flows-page.module.css'
import { flowsWords } from './words/flows.ts'

const stages = [
  { name: 'begin', Icon: LayoutTemplate },
  { name: 'fill', Icon: ClipboardPen },
  { name: 'publish', Icon: Megaphone },
] as const

/** Where there is no flow yet: what a flow is, and the way to the first one. */
export function FirstFlow({ action }: { action: ReactNode }) {
  const t = useWords(flowsWords)
  return (
    <div className={styles.first}>
      <h2>{t('emptyTitle')}</h2>
      <p className={styles.lead}>{t('empty')}</p>
      <ol className={styles.stages}>
        {stages.map(({ name, Icon }) => (
          <li key={name}>
            <Icon size={24} strokeWidth={1.5} aria-hidden />
            <h3>{t(`first.${name}`)}</h3>
            <p>{t(`first.${name}Words`)}</p>
          </li>
        ))}
      </ol>
      {action}
    </div>
  )
}
