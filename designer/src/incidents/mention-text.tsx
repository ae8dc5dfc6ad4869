import { findMentions } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useColleagues } from '../api/incidents.ts'
import { useSession } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import styles from './story.module.css'
import { workWords } from './work-words.ts'

/** A note, with the colleagues it names set off, and oneself more than others. */
export function MentionText({ town, text }: { town: string; text: string }) {
  const t = useWords(workWords)
  const me = useSession().data?.id
  const { data: colleagues = [] } = useColleagues(town)

  const setOff = (written: string): ReactNode => {
    const words = written.normalize('NFC')
    const mentions = findMentions(words, colleagues)
    const begins = [0, ...mentions.map(({ to }) => to)]
    return begins.map((begin, index) => {
      const mention = mentions[index]
      const isOwn = mention?.people.some(({ id }) => id === me)
      return (
        <span key={begin}>
          {words.slice(begin, mention?.from)}
          {mention && (
            <mark className={styles.mention} data-own={isOwn}>
              {words.slice(mention.from, mention.to)}
              {isOwn && <span className="visually-hidden"> ({t('you')})</span>}
            </mark>
          )}
        </span>
      )
    })
  }
  return <MarkedText text={text} renderWords={setOff} />
}
