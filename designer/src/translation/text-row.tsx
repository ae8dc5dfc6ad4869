import type { FlowNode, Language } from '@pregoner/shared'
import { fieldNameIn } from '@pregoner/shared'
import { CircleHelp } from 'lucide-react'
import { memo } from 'react'
import { StepIcon } from '../canvas/step-icon.tsx'
import { familyOf } from '../editor/labels.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { nodeView } from '../nodes/index.ts'
import type { Row } from './rows.ts'
import { TextCell } from './text-cell.tsx'
import styles from './texts.module.css'
import { translationWords } from './words.ts'

interface TextRowProps {
  row: Row
  type: FlowNode['type']
  title: string
  /** Of the same step as the row above. */
  isContinued: boolean
  languages: readonly Language[]
  townName: string
  isReadOnly: boolean
  position: number
  onWrite(row: Row, language: Language, value: string): void
  onGoTo(row: Row): void
}

/** A text of the flow in the languages shown, and the step it stands in. */
export const TextRow = memo(function TextRow(props: TextRowProps) {
  const { row, type, title, isContinued, languages, townName, isReadOnly, position, onWrite, onGoTo } = props
  const t = useWords(translationWords)
  const nameOf = useWords(languageWords)
  const [screenLanguage] = useLanguage()
  const field = fieldNameIn(row.field, screenLanguage)
  return (
    <tr className={styles.row} data-row={row.id} data-continued={isContinued || undefined} aria-rowindex={position}>
      <th scope="row" className={styles.where}>
        <button
          type="button"
          className={styles.step}
          aria-label={`${t('go_to', { step: title })}, ${field}`}
          onClick={() => onGoTo(row)}
        >
          {!isContinued && <StepIcon Icon={nodeView(type)?.Icon ?? CircleHelp} family={familyOf(type)} />}
          <span className={styles.place}>
            {!isContinued && <span className={styles.title}>{title}</span>}
            <span className={styles.field}>{field}</span>
          </span>
        </button>
      </th>
      {languages.map(language => (
        <td key={language} className={styles.td}>
          <TextCell
            row={row}
            language={language}
            label={t('cell', { step: title, field, language: nameOf(language) })}
            townName={townName}
            isReadOnly={isReadOnly}
            onWrite={onWrite}
          />
        </td>
      ))}
    </tr>
  )
})
