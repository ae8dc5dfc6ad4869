import { languageCodes, type TownStatistics, textIn } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import { StepsPanel } from './steps-panel.tsx'
import { figureWords } from './words/figures.ts'
import { statisticsWords } from './words/page.ts'

type Talk = NonNullable<TownStatistics['talk']>

/** What belongs to the whole town: where people leave, what they thought, what they speak, what they follow. */
export function TalkPanels({ talk }: { talk: Talk }) {
  return (
    <>
      <StepsPanel steps={talk.steps} />
      <RatingsPanel ratings={talk.ratings} />
      <TopicsPanel topics={talk.topics} />
      <LanguagesPanel languages={talk.languages} />
    </>
  )
}

function RatingsPanel({ ratings }: Pick<Talk, 'ratings'>) {
  const t = useWords(figureWords)
  const { number, decimal } = useFormats()
  return ratings.map(({ best, marks, count, average, deviation }) => (
    <Panel
      key={best}
      title={`${t('satisfaction')}: ${t('ofBest', { average: decimal(average), best: number(best) })}`}
      help={t('ratingsHelp', { count, deviation: decimal(deviation) })}
      file="ratings"
    >
      <FigureTable
        caption={t('satisfaction')}
        nameLabel={t('mark')}
        columns={[t('times')]}
        rows={marks
          .map((times, index) => ({ key: String(index), name: number(index + 1), bar: times, cells: [number(times)] }))
          .reverse()}
      />
    </Panel>
  ))
}

function TopicsPanel({ topics }: Pick<Talk, 'topics'>) {
  const t = useWords(figureWords)
  const town = useTown()
  const [language] = useLanguage()
  const { number } = useFormats()
  const none = { subscribers: 0, joined: 0, left: 0 }
  // A topic nobody has joined yet is still a topic, and one that is gone may still have had people.
  const quiet = town.topics.filter(({ id }) => !topics.some(({ key }) => key === id))
  const all = [...topics, ...quiet.map(({ id }) => ({ key: id, ...none }))]
  if (all.length === 0) return null
  const nameOf = (key: string) =>
    textIn(town.topics.find(({ id }) => id === key)?.name, language, town.defaultLanguage) || key
  return (
    <Panel title={t('topics')} help={t('topicsHelp')} file="topics">
      <FigureTable
        caption={t('topics')}
        nameLabel={t('topic')}
        columns={[t('subscribers'), t('subscriptions'), t('unsubscriptions')]}
        rows={all.map(({ key, subscribers, joined, left }) => ({
          ...{ key, name: nameOf(key), bar: subscribers },
          cells: [number(subscribers), number(joined), number(left)],
        }))}
      />
    </Panel>
  )
}

function LanguagesPanel({ languages }: Pick<Talk, 'languages'>) {
  const t = useWords(figureWords)
  const page = useWords(statisticsWords)
  const names = useWords(languageWords)
  const { number } = useFormats()
  const nameOf = (key: string) => {
    const code = languageCodes.find(known => known === key)
    return code ? names(code) : t('noLanguage')
  }
  if (languages.length === 0) return null
  return (
    <Panel title={t('byLanguage')} file="languages">
      <FigureTable
        caption={t('byLanguage')}
        nameLabel={page('language')}
        columns={[t('conversations'), t('people'), t('messagesIn'), t('messagesOut')]}
        rows={languages.map(({ key, conversations, people, messagesIn, messagesOut }) => ({
          ...{ key, name: nameOf(key), bar: conversations },
          cells: [number(conversations), number(people), number(messagesIn), number(messagesOut)],
        }))}
      />
    </Panel>
  )
}
