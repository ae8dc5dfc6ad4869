import type { ReactNode } from 'react'
import styles from './page.module.css'
import { usePageTitle } from './page-title.ts'

interface PageProps {
  title: string
  /** One sentence under the title. */
  lead?: ReactNode
  /** The page's one primary action, and quieter ones before it. */
  actions?: ReactNode
  children: ReactNode
  /** Uses the whole width instead of a reading width. */
  isWide?: boolean
}

/** A page that scrolls: title, one primary action, content. */
export function Page({ title, lead, actions, children, isWide = false }: PageProps) {
  usePageTitle(title)
  return (
    <div className={styles.scroll}>
      <div className={isWide ? `${styles.page} ${styles.wide}` : styles.page}>
        <div className={styles.top}>
          <div className={styles.titles}>
            <h1>{title}</h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </div>
    </div>
  )
}
