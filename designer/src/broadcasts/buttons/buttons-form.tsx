import { Button, Select } from '@mantine/core'
import { MAX_BUTTON_CHARS, MAX_BUTTONS, type NoticeButton } from '@pregoner/shared'
import { Plus, X } from 'lucide-react'
import { useFlows } from '../../api/flows.ts'
import { useTown } from '../../api/town.ts'
import { LocalizedTextField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import styles from '../broadcasts.module.css'
import { noticeButtonWords } from '../words/buttons.ts'

interface ButtonsFormProps {
  value: readonly NoticeButton[]
  isFaulty: boolean
  onChange: (value: NoticeButton[]) => void
}

/** Up to three buttons, each of which begins a published flow. */
export function ButtonsForm({ value, isFaulty, onChange }: ButtonsFormProps) {
  const t = useWords(noticeButtonWords)
  const town = useTown()
  const { data } = useFlows(town.key)
  const published = data?.filter(({ publishedVersion }) => publishedVersion !== null) ?? []
  const [first] = published
  if (!first && value.length === 0) return null
  const put = (index: number, change: Partial<NoticeButton>) =>
    onChange(value.map((button, at) => (at === index ? { ...button, ...change } : button)))
  return (
    <section className={styles.section} aria-labelledby="notice-buttons">
      <h2 id="notice-buttons">{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      {value.map(({ label, flowId }, index) => (
        <div key={index} className={styles.panel}>
          <LocalizedTextField
            label={t('label', { number: index + 1 })}
            maxChars={MAX_BUTTON_CHARS}
            isRequired={isFaulty && !Object.values(label).some(text => text?.trim())}
            value={label}
            onChange={text => put(index, { label: text })}
          />
          <Select
            label={t('flow')}
            allowDeselect={false}
            data={published.map(({ id, name }) => ({ value: id, label: name }))}
            value={flowId}
            onChange={chosen => chosen && put(index, { flowId: chosen })}
          />
          <div className={styles.foot}>
            <Button
              variant="subtle"
              leftSection={<X size={16} aria-hidden="true" />}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {t('remove', { number: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {isFaulty && (
        <p className={styles.fault} role="alert">
          {t('missing')}
        </p>
      )}
      {first && value.length < MAX_BUTTONS && (
        <div className={styles.foot}>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden="true" />}
            onClick={() => onChange([...value, { label: {}, flowId: first.id }])}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </section>
  )
}
