import { ActionIcon } from '@mantine/core'
import type { Language } from '@pregoner/shared'
import { Smartphone } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { useTryIn } from '../nodes/try-in.ts'
import { textsWords } from '../nodes/words/texts.ts'
import type { Row } from './rows.ts'
import { stateOf } from './shown-rows.ts'
import styles from './texts.module.css'
import { translationWords } from './words.ts'

interface ColumnHeadProps {
  language: Language
  rows: readonly Row[]
  townName: string
}

/** A language of the table: how much of it is written, and the simulator in it. */
export function ColumnHead({ language, rows, townName }: ColumnHeadProps) {
  const t = useWords(translationWords)
  const texts = useWords(textsWords)
  const nameOf = useWords(languageWords)
  const tryIn = useTryIn()
  const label = texts('try_in', { language: nameOf(language) })
  const expected = rows.filter(row => row.values[language]?.trim() || stateOf(row, language, townName) === 'missing')
  const done = expected.filter(row => row.values[language]?.trim()).length
  return (
    <th scope="col">
      <span className={styles.headLine}>
        <span className={styles.language}>{nameOf(language)}</span>
        <span className={styles.progress} data-done={done === expected.length}>
          {t('progress', { done, all: expected.length })}
        </span>
        {tryIn && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={label}
            title={label}
            onClick={() => tryIn(language)}
          >
            <Smartphone size={15} aria-hidden="true" />
          </ActionIcon>
        )}
      </span>
    </th>
  )
}
