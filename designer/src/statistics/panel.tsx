import { Button } from '@mantine/core'
import type { StatisticsQuery, StatisticsTable } from '@pregoner/shared'
import { Download, Table2 } from 'lucide-react'
import { createContext, type ReactNode, use, useId, useState } from 'react'
import { statisticsFile } from '../api/statistics.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './statistics.module.css'
import { statisticsWords } from './words/page.ts'

/** What the figures on the page were asked for, so that every file holds the same ones. */
export const AskedContext = createContext<StatisticsQuery>({ period: '7d' })

interface PanelProps {
  title: string
  help?: string
  /** What can be had as a file. */
  file?: StatisticsTable
  /** Leads to a file of another kind. */
  link?: ReactNode
  children: ReactNode
  /** The same as the children, as a table; shown below them when asked for. */
  table?: ReactNode
}

/** One part of the figures: a title, a plot or a table, and ways to read it otherwise. */
export function Panel({ title, help, file, link, children, table }: PanelProps) {
  const t = useWords(statisticsWords)
  const titleId = useId()
  const tableId = useId()
  const [isShown, setShown] = useState(false)
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.panelTop}>
        <h2 id={titleId}>{title}</h2>
        <div className={styles.panelActions}>
          {table && (
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<Table2 size={16} aria-hidden="true" />}
              aria-expanded={isShown}
              aria-controls={tableId}
              onClick={() => setShown(!isShown)}
            >
              {t(isShown ? 'hideTable' : 'showTable')}
            </Button>
          )}
          {file && <FileLink table={file} title={title} />}
          {link}
        </div>
      </div>
      {help && <p className={styles.help}>{help}</p>}
      {children}
      {table && <div id={tableId}>{isShown && table}</div>}
    </section>
  )
}

/** Leads to a table of the figures as a file. */
export function FileLink({
  table,
  title,
  isNamed = false,
}: {
  table: StatisticsTable
  title: string
  isNamed?: boolean
}) {
  const t = useWords(statisticsWords)
  const townKey = useTownKey()
  const query = use(AskedContext)
  return (
    <Button
      component="a"
      href={statisticsFile(townKey, table, query)}
      download
      variant={isNamed ? 'default' : 'subtle'}
      size={isNamed ? 'sm' : 'compact-md'}
      leftSection={<Download size={16} aria-hidden="true" />}
      aria-label={t('csvOf', { title })}
    >
      {isNamed ? title : 'CSV'}
    </Button>
  )
}
