import { Alert, Button } from '@mantine/core'
import { useThrottledCallback } from '@mantine/hooks'
import { type LocalizedText, type StatisticsQuery, type TownStatistics, textIn } from '@pregoner/shared'
import { ChartColumn } from 'lucide-react'
import { useLiveEvent } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { useRole } from '../api/session.ts'
import { statisticsKey, useStatistics } from '../api/statistics.ts'
import { useTown, useTownKey } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useAsked } from './asked-figures.ts'
import { Cards } from './cards.tsx'
import { DigestPanel } from './digest-panel.tsx'
import { Filters } from './filters.tsx'
import { GrowthPanel } from './growth-panel.tsx'
import { AskedContext, FileLink } from './panel.tsx'
import styles from './statistics.module.css'
import { TalkPanels } from './talk-panels.tsx'
import { TrafficPlots } from './traffic-plots.tsx'
import { figureWords } from './words/figures.ts'
import { statisticsWords } from './words/page.ts'
import { WorkPanel } from './work-panel.tsx'

const HINT_MS = 1_000 // a busy feed must not have everything counted for each of its incidents

/** The town's figures, live and of any days gone by. */
export default function StatisticsPage() {
  const t = useWords(statisticsWords)
  const formats = useFormats()
  const townKey = useTownKey()
  const isAgent = useRole(townKey) === 'agent'
  const { query, isRight, change } = useAsked()
  const { data, error, refetch, isPending } = useStatistics(townKey, query, isRight)
  const moved = useThrottledCallback(
    () => void queryClient.invalidateQueries({ queryKey: statisticsKey(townKey) }),
    HINT_MS,
  )
  useLiveEvent('town_statistics', moved)
  useLiveEvent('incident', moved)
  const range = ({ from, to }: TownStatistics['days']) => formats.range(from, to)
  return (
    <Page
      title={t('title')}
      lead={data && t(isAgent ? 'leadAgent' : 'lead', { range: range(data.days), before: range(data.daysBefore) })}
      actions={
        data && (
          <AskedContext value={query}>
            <FileLink table="figures" title={t('figures')} isNamed />
          </AskedContext>
        )
      }
    >
      <Filters
        query={query}
        isRight={isRight}
        neighbourhoods={data?.neighbourhoods.map(({ key }) => key).filter(Boolean) ?? []}
        onChange={change}
      />
      {!isRight && (
        <p className={styles.wrong} role="alert">
          {t('wrongDates')}
        </p>
      )}
      {isRight && isPending && <PageLoading />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && isRight && (
        <AskedContext value={query}>
          {!data.talk && !isAgent && <OnlySome onShowAll={change} />}
          <Figures statistics={data} query={query} />
        </AskedContext>
      )}
      {data && !isAgent && <DigestPanel />}
    </Page>
  )
}

function OnlySome({ onShowAll }: { onShowAll: ReturnType<typeof useAsked>['change'] }) {
  const t = useWords(statisticsWords)
  return (
    <Alert variant="light">
      {t('onlySome')}{' '}
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => onShowAll({ department: undefined, category: undefined, neighbourhood: undefined })}
      >
        {t('showAll')}
      </Button>
    </Alert>
  )
}

function Figures({ statistics, query }: { statistics: TownStatistics; query: StatisticsQuery }) {
  const t = useWords(statisticsWords)
  const say = useWords(figureWords)
  const town = useTown()
  const [language] = useLanguage()
  const { talk, work, series, departments, categories, neighbourhoods } = statistics
  const named = (list: { id: string; name: LocalizedText }[], none: string) => (key: string) =>
    textIn(list.find(({ id }) => id === key)?.name, language, town.defaultLanguage) || key || none
  const isQuiet = work.now.incidents + series.reduce((sum, row) => sum + row.messagesIn + row.messagesOut, 0) === 0
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
      {talk && <GrowthPanel days={statistics.days} />}
      {query.department === undefined && (
        <WorkPanel
          title={say('byDepartment')}
          nameLabel={t('department')}
          file="departments"
          rows={departments}
          nameOf={named(town.departments, '')}
        />
      )}
      {query.category === undefined && (
        <WorkPanel
          title={say('byCategory')}
          nameLabel={t('category')}
          file="categories"
          rows={categories}
          nameOf={named(town.categories, say('noCategory'))}
        />
      )}
      {neighbourhoods.length > 0 && query.neighbourhood === undefined && (
        <WorkPanel
          title={say('byNeighbourhood')}
          nameLabel={t('neighbourhood')}
          file="neighbourhoods"
          rows={neighbourhoods}
          nameOf={named([], say('noNeighbourhood'))}
        />
      )}
      {talk && <TalkPanels talk={talk} />}
    </>
  )
}
