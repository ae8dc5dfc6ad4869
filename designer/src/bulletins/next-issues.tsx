import { SegmentedControl } from '@mantine/core'
import { type BulletinDraft, bulletinText, issueDays, languageNamesIn, textMessage } from '@pregoner/shared'
import { CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { Bubble, PhoneFrame } from '../phone/index.ts'
import styles from './bulletins.module.css'
import { bulletinWords } from './words.ts'

const SHOWN = 4

/** The next four, as the phone would show them. */
export function NextIssues({ draft }: { draft: BulletinDraft }) {
  const t = useWords(bulletinWords)
  const town = useTown()
  const now = useNow()
  const [reader] = useLanguage()
  const [language, setLanguage] = useState(town.defaultLanguage)
  const [chosen, setChosen] = useState(0)
  const locale = reader === 'en' ? 'en-GB' : reader
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
  const issues = issueDays(draft, town.timeZone, now, SHOWN).map(({ date, at }) => ({
    date,
    text: bulletinText(draft, town, at, language),
  }))
  const shown = issues[chosen] ?? issues[0]
  const named = (date: string) => day.format(new Date(date))
  return (
    <section className={styles.preview} aria-labelledby="bulletin-next">
      <h2 id="bulletin-next">{t('preview')}</h2>
      <p className={styles.note}>{t('previewHelp')}</p>
      {town.languages.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('previewLanguage')}
          value={language}
          data={town.languages.map(code => ({ value: code, label: languageNamesIn[reader][code] }))}
          onChange={value => setLanguage(town.languages.find(code => code === value) ?? language)}
        />
      )}
      {issues.length > 0 && (
        <SegmentedControl
          fullWidth
          aria-label={t('preview')}
          value={String(issues.indexOf(shown ?? { date: '', text: null }))}
          data={issues.map(({ date, text }, index) => ({
            value: String(index),
            label: (
              <span className={styles.date}>
                {short.format(new Date(date))}
                {text === null && <CircleSlash size={14} aria-label={t('empty')} />}
              </span>
            ),
          }))}
          onChange={value => setChosen(Number(value))}
        />
      )}
      {shown && (
        <div className={styles.phone}>
          <PhoneFrame
            title={town.name}
            headingLevel={3}
            logLabel={t('onPhone', { date: named(shown.date) })}
            subtitle={`${named(shown.date)}, ${draft.time}`}
          >
            {shown.text === null ? (
              <p className={styles.empty}>{t('empty')}</p>
            ) : (
              <Bubble message={textMessage(shown.text, language)} time={draft.time} />
            )}
          </PhoneFrame>
        </div>
      )}
    </section>
  )
}
