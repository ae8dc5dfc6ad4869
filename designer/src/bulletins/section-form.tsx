import { ActionIcon, NumberInput, Select } from '@mantine/core'
import {
  type BulletinSection,
  type LocalizedText,
  MAX_BULLETIN_ROWS,
  MAX_TEXT_CHARS,
  tableWhens,
  unknownNames,
} from '@pregoner/shared'
import { Trash2 } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { EntitySelect, LocalizedTextField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { nodeWords } from '../nodes/words.ts'
import styles from './bulletins.module.css'
import { type InsertedName, NamesToInsert } from './names-to-insert.tsx'
import { bulletinWords } from './words.ts'

interface SectionFormProps {
  number: number
  value: BulletinSection
  onChange: (value: BulletinSection) => void
  /** Missing for the only one. */
  onRemove: (() => void) | undefined
  isTried: boolean
}

const withPiece = (text: LocalizedText, language: keyof LocalizedText, piece: string): LocalizedText => {
  const before = text[language] ?? ''
  return { ...text, [language]: before === '' || /\s$/.test(before) ? before + piece : `${before} ${piece}` }
}

/** One list of a bulletin: which rows of which table, and what is said of each. */
export function SectionForm({ number, value, onChange, onRemove, isTried }: SectionFormProps) {
  const t = useWords(bulletinWords)
  const n = useWords(nodeWords)
  const { tables } = useTown()
  const table = tables.find(({ id }) => id === value.tableId)
  const set = (change: Partial<BulletinSection>) => onChange({ ...value, ...change })
  const names: InsertedName[] = [
    ...(table?.columns ?? []).map(({ id, label }) => ({ piece: `row.${id}`, label: label || id })),
    { piece: 'row.from|date:"weekday"', label: t('from') },
    { piece: 'row.to|date:"weekday"', label: t('to') },
  ]
  const unknown = unknownNames({ intro: {}, outro: {}, sections: [value] }, tables)
  const isMute = !Object.values(value.rowText).some(text => text?.trim())
  return (
    <fieldset className={styles.part}>
      <legend>{t('section', { number })}</legend>
      <div className={styles.line}>
        <div className={styles.grow}>
          <EntitySelect
            kind="table"
            label={t('table')}
            value={value.tableId}
            {...(isTried && !table ? { error: true } : {})}
            onChange={tableId => set({ tableId: tableId ?? '' })}
          />
        </div>
        <Select
          label={t('when')}
          className={styles.grow ?? ''}
          allowDeselect={false}
          data={tableWhens.map(when => ({ value: when, label: n(`when.${when}`) }))}
          value={value.when}
          onChange={chosen => set({ when: tableWhens.find(when => when === chosen) ?? value.when })}
        />
        <NumberInput
          label={t('maxRows')}
          className={styles.short ?? ''}
          min={1}
          max={MAX_BULLETIN_ROWS}
          clampBehavior="strict"
          allowDecimal={false}
          value={value.maxRows}
          onChange={rows => set({ maxRows: Math.max(1, Number(rows) || 1) })}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="var(--target)"
            aria-label={t('removeSection', { number })}
            onClick={onRemove}
          >
            <Trash2 size={18} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      <LocalizedTextField
        label={t('heading')}
        description={t('headingHelp')}
        maxChars={MAX_TEXT_CHARS}
        value={value.heading}
        onChange={heading => set({ heading })}
      />
      <LocalizedTextField
        label={t('rowText')}
        isMultiline
        isShared
        maxChars={MAX_TEXT_CHARS}
        value={value.rowText}
        onChange={rowText => set({ rowText })}
        after={language => (
          <NamesToInsert
            names={names}
            onInsert={piece => set({ rowText: withPiece(value.rowText, language, piece) })}
          />
        )}
        {...(isTried && isMute ? { error: t('rowMissing') } : {})}
      />
      {unknown.length > 0 && (
        <p className={styles.fault} role="alert">
          {t('unknown', { names: unknown.join(', ') })}
        </p>
      )}
    </fieldset>
  )
}
