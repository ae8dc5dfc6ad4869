import { Button } from '@mantine/core'
import { type SubscriptionSource, sourceNames } from '@pregoner/shared'
import { Download } from 'lucide-react'
import { Suspense } from 'react'
import { growthFile, useGrowth } from '../api/subscribers.ts'
import { useTownKey } from '../api/town.ts'
import { lazyPart } from '../frame/lazy-part.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { FigureTable } from './figure-table.tsx'
import { type GrowthRow, growthRows, sourcesIn } from './growth-rows.ts'
import { Panel } from './panel.tsx'
import styles from './statistics.module.css'
import { figureWords } from './words/figures.ts'
import { statisticsWords } from './words/page.ts'

const GrowthPlot = lazyPart(() => import('./growth-plot.tsx'))

/** One colour a source, wherever it is shown. */
const colors: Record<SubscriptionSource, string> = {
  keyword: 'var(--plot-1)',
  form: 'var(--plot-2)',
  flow: 'var(--plot-4)',
  import: 'var(--neutral)',
  platform: 'var(--neutral)',
  new_number: 'var(--neutral)',
}

/** Who joined the town's topics and by what, and who left, day by day; nothing while nobody has. */
export function GrowthPanel({ days: { from, to } }: { days: { from: string; to: string } }) {
  const t = useWords(figureWords)
  const say = useWords(statisticsWords)
  const formats = useFormats()
  const [language] = useLanguage()
  const townKey = useTownKey()
  const { data } = useGrowth(townKey, from, to)
  if (!data || data.length === 0) return null
  const rows = growthRows(data, from, to)
  const sources = sourcesIn(rows)
  const names = sourceNames[language]
  const label = ({ at }: GrowthRow) => (at.length === '2026-01'.length ? formats.month(at) : formats.day(at))
  const left = { name: 'left', label: t('unsubscriptions'), color: 'var(--plot-3)' }
  const series = sources.map(source => ({ name: source, label: names[source], color: colors[source] }))
  const title = t('growth')
  const table = (
    <FigureTable
      caption={title}
      nameLabel={t('when')}
      columns={[...series, left].map(one => one.label)}
      rows={rows.map(row => ({
        ...{ key: row.at, name: label(row), bar: 0 },
        cells: [...sources.map(source => row.joined[source]), row.left].map(formats.number),
      }))}
    />
  )
  return (
    <Panel
      title={title}
      table={table}
      link={
        <Button
          component="a"
          href={growthFile(townKey, from, to)}
          download
          variant="subtle"
          size="compact-md"
          leftSection={<Download size={16} aria-hidden="true" />}
          aria-label={say('csvOf', { title })}
        >
          CSV
        </Button>
      }
    >
      <div className={styles.plot} role="img" aria-label={title}>
        <Suspense fallback={null}>
          <GrowthPlot
            rows={rows.map(row => ({ label: label(row), ...row.joined, left: -row.left }))}
            series={[...series, left]}
            sayNumber={formats.number}
          />
        </Suspense>
      </div>
    </Panel>
  )
}
