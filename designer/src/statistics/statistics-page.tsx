import { SegmentedControl } from '@mantine/core'
import { type LocalizedText, type Period, periods, type TownStatistics, textIn } from '@pregoner/shared'
import { ChartColumn } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useLiveEvent } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { statisticsKey, useStatistics } from '../api/statistics.ts'
import { useTown, useTownKey } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { BarList } from './bar-list.tsx'
import { Cards } from './cards.tsx'
import styles from './statistics.module.css'
import { TrafficPlots } from './traffic-plots.tsx'
import { statisticsWords } from './words.ts'

const isPeriod = (value: string | null): value is Period => periods.some(period => period === value)

/** The town's figures, live, for today, a week or a month. */
export default function StatisticsPage() {
  const t = useWords(statisticsWords)
  const formats = useFormats()
  const townKey = useTownKey()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('period')
  const period = isPeriod(asked) ? asked : '7d'
  const { data, error, refetch, isPending } = useStatistics(townKey, period)
  useLiveEvent('town_statistics', () => void queryClient.invalidateQueries({ queryKey: statisticsKey(townKey) }))
  return (
    <Page
      title={t('title')}
      lead={data && t('lead', { range: formats.range(data.from, data.to) })}
      actions={
        <SegmentedControl
          aria-label={t('period')}
          value={period}
          onChange={chosen => setSearch({ period: chosen }, { replace: true })}
          data={periods.map(value => ({ value, label: t(`period.${value}`) }))}
        />
      }
    >
      {isPending && <PageLoading />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && <Figures statistics={data} />}
    </Page>
  )
}

function Figures({ statistics }: { statistics: TownStatistics }) {
  const t = useWords(statisticsWords)
  const town = useTown()
  const [language] = useLanguage()
  const named = (list: { id: string; name: LocalizedText }[], counted: { key: string; count: number }[]) =>
    counted
      .map(({ key, count }) => ({
        name: textIn(list.find(({ id }) => id === key)?.name, language, town.defaultLanguage) || key || t('none'),
        count,
      }))
      .sort((a, b) => b.count - a.count)
  // A topic nobody has joined yet is still a topic.
  const subscribers = town.topics.map(({ id }) => ({
    key: id,
    count: statistics.subscribers.find(({ key }) => key === id)?.count ?? 0,
  }))
  const isQuiet = statistics.messagesIn + statistics.messagesOut + statistics.incidents === 0
  return (
    <>
      <Cards statistics={statistics} />
      {isQuiet ? (
        <Empty Icon={ChartColumn} title={t('empty')}>
          {t('emptyHelp')}
        </Empty>
      ) : (
        <TrafficPlots statistics={statistics} />
      )}
      <div className={styles.pair}>
        <BarList
          title={t('byCategory')}
          nameLabel={t('category')}
          countLabel={t('count')}
          rows={named(town.categories, statistics.incidentsByCategory)}
        />
        <BarList
          title={t('byDepartment')}
          nameLabel={t('department')}
          countLabel={t('count')}
          rows={named(town.departments, statistics.incidentsByDepartment)}
        />
        <BarList
          title={t('subscribers')}
          help={t('subscribersHelp')}
          nameLabel={t('topic')}
          countLabel={t('people')}
          rows={named(town.topics, subscribers)}
        />
      </div>
    </>
  )
}
