import type { SeriesRow, TownStatistics } from '@pregoner/shared'
import { type ReactNode, Suspense } from 'react'
import { lazyPart } from '../frame/lazy-part.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import styles from './statistics.module.css'
import { figureWords } from './words/figures.ts'

const SeriesPlot = lazyPart(() => import('./series-plot.tsx'))

type Row = SeriesRow & { label: string }
export interface PlotLine {
  name: Exclude<keyof SeriesRow, 'at'>
  label: string
  color: string
}

/** Messages and incidents over the period, as a plot with the table it is made of. */
export function TrafficPlots({ statistics }: { statistics: TownStatistics }) {
  const t = useWords(figureWords)
  const formats = useFormats()
  const { series, slot, talk } = statistics
  const names = { hour: formats.time, day: formats.day, month: formats.month }
  const rows = series.map(point => ({ ...point, label: names[slot](point.at) }))
  const incidents: PlotLine = { name: 'incidents', label: t('incidents'), color: 'var(--plot-3)' }
  return (
    <SeriesPanel
      title={t(talk ? 'traffic' : 'incidentsOverTime')}
      rows={rows}
      lines={
        talk
          ? [
              { name: 'messagesIn', label: t('messagesIn'), color: 'var(--plot-1)' },
              { name: 'messagesOut', label: t('messagesOut'), color: 'var(--plot-2)' },
              incidents,
            ]
          : [incidents]
      }
    />
  )
}

function SeriesPanel({ title, rows, lines }: { title: string; rows: Row[]; lines: PlotLine[] }) {
  const t = useWords(figureWords)
  const { number } = useFormats()
  const table = (
    <FigureTable
      caption={title}
      nameLabel={t('when')}
      columns={lines.map(({ label }) => label)}
      rows={rows.map(row => ({
        ...{ key: row.at, name: row.label, bar: 0 },
        cells: lines.map(({ name }) => number(row[name])),
      }))}
    />
  )
  return (
    <Panel title={title} file="series" table={table}>
      <PlotFrame title={title}>
        <SeriesPlot rows={rows} lines={lines} />
      </PlotFrame>
    </Panel>
  )
}

/** A plot is one picture to a screen reader; its numbers are in the table. */
const PlotFrame = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.plot} role="img" aria-label={title}>
    <Suspense fallback={null}>{children}</Suspense>
  </div>
)
