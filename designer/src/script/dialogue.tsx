import { type Conversation, NOT_UNDERSTOOD, type PathPlace, type ToldLine } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import type { Names } from '../simulator/names.ts'
import type { TownTimes } from '../simulator/town-times.ts'
import { useTelling } from '../tests/telling.ts'
import { ToldWords } from '../tests/told-words.tsx'
import { testWords } from '../tests/words.ts'
import { headingOf, useActWords } from './act-words.ts'
import styles from './dialogue.module.css'
import { scriptWords } from './words.ts'

interface DialogueProps {
  conversation: Conversation
  /** When conversations take place unless they say otherwise. */
  usualStart: string
  names: Names
  times: TownTimes
  language: string
}

const placeWords = ({ conversation, turn }: PathPlace) => `${conversation}.${turn}`

/** What only the town's statistics note is not part of what people say. */
const isSaid = (line: ToldLine) => line.kind !== 'effect' || line.facts.kind !== 'not_understood'

/** One conversation on paper: numbered turns, who says what, and where it goes on elsewhere. */
export function Dialogue({ conversation, usualStart, names, times, language }: DialogueProps) {
  const t = useWords(scriptWords)
  const actWords = useActWords()
  const { number, from, turns, firstTurn, joins, setup } = conversation
  const id = `conversation-${language}-${number}`
  const heading = headingOf(actWords, t('conversation', { number }), conversation)
  return (
    <section className={styles.conversation} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading}
        {from && (
          <span className={styles.from}>
            <span className="visually-hidden">, </span>
            {t('continues', { place: placeWords(from) })}
          </span>
        )}
      </h3>
      {setup.startsAt !== usualStart && (
        <p className={styles.aside}>{t('at', { when: times.exact(setup.startsAt) })}</p>
      )}
      <ol className={styles.turns} start={firstTurn}>
        {turns.map(({ lines }, index) => (
          <li key={firstTurn + index} className={styles.turn}>
            <span className={styles.number}>{`${number}.${firstTurn + index}`}</span>
            <div className={styles.lines}>
              {lines.filter(isSaid).map((line, at) => (
                <PaperLine key={`${at} ${line.kind}`} line={line} names={names} language={language} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {joins && <p className={styles.joins}>{t('continuesAs', { place: placeWords(joins) })}</p>}
    </section>
  )
}

function PaperLine({ line, names, language }: { line: ToldLine; names: Names; language: string }) {
  const t = useWords(scriptWords)
  const speaker = useWords(testWords)
  const { side, ...said } = useTelling(names)(line)
  if (side === 'note') return <p className={styles.note}>{said.text}</p>
  const isUnclear = side === 'citizen' && said.text === NOT_UNDERSTOOD
  return (
    <div className={styles.line} data-side={side}>
      <span className={styles.speaker}>{speaker(side)}</span>
      <div className={styles.said} lang={isUnclear ? undefined : language}>
        {isUnclear && <p className={styles.aside}>{t('somethingElse')}</p>}
        <ToldWords {...said} text={isUnclear ? '' : said.text} />
      </div>
    </div>
  )
}
