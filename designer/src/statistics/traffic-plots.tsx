import { Button } from '@mantine/core'
import type { TownStatistics } from '@pregoner/shared'
import { ChartColumn, Table2 } from 'lucide-react'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { lazyPart } from '../frame/lazy-part.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './statistics.module.css'
import { statisticsWords } from './words.ts'

const SeriesPlot = lazyPart(() => import('./series-plot.tsx'))

/** Messages and subscriptions over the period, each as a plot or as the table it is made of. */
export function TrafficPlots({ statistics }: { statistics: TownStatistics }) {
  const t = useWords(statisticsWords)
  const formats = useFormats()
  const { series, period } = statistics
  const rows = series.map(point => ({
    ...point,
    label: period === 'today' ? formats.time(point.at) : formats.day(point.at),
  }))
  const hasTopics = series.some(point => point.subscriptions + point.unsubscriptions > 0)
  return (
    <>
      <SeriesPanel
        title={t(period === 'today' ? 'trafficToday' : 'traffic')}
        rows={rows}
        lines={[
          { name: 'messagesIn', label: t('messagesIn'), color: 'var(--plot-1)' },
          { name: 'messagesOut', label: t('messagesOut'), color: 'var(--plot-2)' },
          { name: 'incidents', label: t('incidents'), color: 'var(--plot-3)' },
        ]}
      />
      {hasTopics && (
        <SeriesPanel
          title={t('growth')}
          rows={rows}
          lines={[
            { name: 'subscriptions', label: t('subscriptions'), color: 'var(--plot-1)' },
            { name: 'unsubscriptions', label: t('unsubscriptions'), color: 'var(--plot-3)' },
          ]}
        />
      )}
    </>
  )
}

type Row = TownStatistics['series'][number] & { label: string }
export interface PlotLine {
  name: Exclude<keyof Row, 'at' | 'label'>
  label: string
  color: string
}

function SeriesPanel({ title, rows, lines }: { title: string; rows: Row[]; lines: PlotLine[] }) {
  const t = useWords(statisticsWords)
  const titleId = useId()
  const [isTable, setTable] = useState(false)
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.panelTop}>
        <h2 id={titleId}>{title}</h2>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={isTable ? <ChartColumn size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'asPlot' : 'asTable')}
        </Button>
      </div>
      {isTable ? (
        <SeriesTable rows={rows} lines={lines} caption={title} />
      ) : (
        <PlotFrame title={title}>
          <SeriesPlot rows={rows} lines={lines} />
        </PlotFrame>
      )}
    </section>
  )
}

/** A plot is one picture to a screen reader; its numbers are in the table. */
const PlotFrame = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.plot} role="img" aria-label={title}>
    <Suspense fallback={null}>{children}</Suspense>
  </div>
)

function SeriesTable({ rows, lines, caption }: { rows: Row[]; lines: PlotLine[]; caption: string }) {
  const t = useWords(statisticsWords)
  const { number } = useFormats()
  return (
    <div className={styles.tableArea}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            {lines.map(line => (
              <th key={line.name} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.at}>
              <th scope="row">{row.label}</th>
              {lines.map(line => (
                <td key={line.name}>{number(row[line.name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
