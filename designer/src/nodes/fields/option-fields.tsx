import { MAX_ROW_DESCRIPTION_CHARS, type MenuOption } from '@pregoner/shared'
import { memo } from 'react'
import { LocalizedTextField, LocalizedWordsField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { textsWords } from '../words/texts.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { At, More } from './form.tsx'

export interface LabelLimit {
  max: number
  hint: 'in_list_short' | 'in_list'
}

interface OptionFieldsProps {
  option: MenuOption
  index: number
  limit: LabelLimit | null
  /** The same function for as long as the form is open: a menu of thirty options draws only the one that changes. */
  onChange(index: number, option: MenuOption): void
}

/** What is written of one option. */
export const OptionFields = memo(function OptionFields({ option, index, limit, onChange }: OptionFieldsProps) {
  const t = useWords(nodeWords)
  const words = useWords(textsWords)
  const change = (changed: Partial<MenuOption>) => onChange(index, { ...option, ...changed })
  return (
    <>
      <At field={`options.${index}.label`}>
        <LocalizedTextField
          label={t('option.label')}
          value={option.label}
          {...(limit ? { maxChars: limit.max, tooLongHint: words(limit.hint) } : {})}
          isRequired
          onChange={label => change({ label })}
        />
      </At>
      <More title={t('option.details')}>
        <At field={`options.${index}.description`}>
          <LocalizedTextField
            label={t('option.description')}
            value={option.description}
            maxChars={MAX_ROW_DESCRIPTION_CHARS}
            tooLongHint={words('in_list')}
            onChange={description => change({ description })}
          />
        </At>
        <At field={`options.${index}.synonyms`}>
          <LocalizedWordsField
            label={t('option.synonyms')}
            description={t('option.synonyms_hint')}
            value={option.synonyms}
            onChange={synonyms => change({ synonyms })}
          />
        </At>
        <p className={styles.quiet}>
          {t('option.id')} <span className={styles.name}>{option.id}</span>
        </p>
      </More>
    </>
  )
})
