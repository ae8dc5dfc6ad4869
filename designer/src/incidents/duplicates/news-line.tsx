import type { IncidentEntry } from '@pregoner/shared'
import { useWords } from '../../i18n/index.ts'
import { duplicateWords } from './words.ts'

/** Under a change of status: how many heard of it, and how many could not. */
export function NewsLine({
  news,
  className,
}: {
  news: NonNullable<IncidentEntry['news']>
  className?: string | undefined
}) {
  const t = useWords(duplicateWords)
  const { told, leftOut } = news
  return (
    <p className={className}>
      {told > 0 && t('told', { count: told })}
      {told > 0 && leftOut > 0 && ' '}
      {leftOut > 0 && t('leftOut', { count: leftOut })}
    </p>
  )
}
