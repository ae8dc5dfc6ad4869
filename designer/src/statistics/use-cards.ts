import type { TownStatistics } from '@pregoner/shared'
import { moneyIn } from '../check/prices.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useSaid } from './compared.ts'
import { figureWords } from './words/figures.ts'

export interface CardWords {
  label: string
  value: string
  help: string
  /** What it was in the period before. */
  before?: string
}

/** What people wrote, in words; nothing when it is not asked for. */
export function useTalkCards(talk: TownStatistics['talk']): CardWords[] {
  const t = useWords(figureWords)
  const [language] = useLanguage()
  const { number, decimal } = useFormats()
  const said = useSaid()
  if (!talk) return []
  const { now, before, ratings } = talk
  const money = (price: typeof now.price) => (price ? moneyIn(language, price) : '–')
  const self = now.conversations - now.handedOver
  const priced = t(now.unpriced > 0 ? 'unpriced' : 'priceHelp', {
    delivered: number(now.delivered),
    unpriced: number(now.unpriced),
  })
  const failed = now.failed > 0 ? ` ${t('failed', { failed: now.failed })}.` : ''
  const [rating] = ratings
  const selfBefore = said.share(before.conversations - before.handedOver, before.conversations)
  return [
    {
      label: t('conversations'),
      value: number(now.conversations),
      help: t('conversationsHelp', { people: now.people }),
      before: said.change(now.conversations, before.conversations),
    },
    {
      label: t('selfServed'),
      value: now.conversations > 0 ? said.share(self, now.conversations) : '–',
      help:
        now.conversations > 0
          ? t('selfServedHelp', { self: number(self), handed: number(now.handedOver) })
          : t('noConversations'),
      ...(before.conversations > 0 && { before: said.before(selfBefore) }),
    },
    {
      label: t('messages'),
      value: number(now.messagesIn + now.messagesOut),
      help: t('inOut', { in: number(now.messagesIn), out: number(now.messagesOut) }),
      before: said.change(now.messagesIn + now.messagesOut, before.messagesIn + before.messagesOut),
    },
    {
      label: t('price'),
      value: money(now.price),
      help: (now.price || now.delivered === 0 ? `${priced}.` : `${t('noTariff')}.`) + failed,
      ...(before.price && { before: said.before(money(before.price)) }),
    },
    ...(rating
      ? [
          {
            label: t('satisfaction'),
            value: t('ofBest', { average: decimal(rating.average), best: number(rating.best) }),
            help: t('ratingsHelp', { count: rating.count, deviation: decimal(rating.deviation) }),
            ...(rating.averageBefore !== null && { before: said.before(decimal(rating.averageBefore)) }),
          },
        ]
      : []),
  ]
}

/** What became of the incidents, in words. */
export function useWorkCards({ now, before }: TownStatistics['work']): CardWords[] {
  const t = useWords(figureWords)
  const { number } = useFormats()
  const said = useSaid()
  const spread = (name: 'firstAnswer' | 'resolution', none: string): CardWords => ({
    label: t(name),
    value: said.length(now[name]?.median),
    help: now[name] ? t('spreadHelp', { p90: said.length(now[name].p90) }) : none,
    ...(before[name] && { before: said.before(said.length(before[name].median)) }),
  })
  return [
    {
      label: t('incidents'),
      value: number(now.incidents),
      help:
        now.incidents === 0
          ? t('noIncidents')
          : `${t('answeredHelp', {
              answered: number(now.answered),
              percent: said.share(now.answered, now.incidents),
              open: number(now.open),
            })}; ${t('lateHelp', { late: now.late })}`,
      before: said.change(now.incidents, before.incidents),
    },
    spread('firstAnswer', t('noAnswers')),
    spread('resolution', t('noResolved')),
  ]
}
