import { SegmentedControl } from '@mantine/core'
import {
  type ChoiceForm,
  choiceForms,
  countChars,
  type Obstacle,
  type OutboundMessage,
  obstaclesTo,
  renderingOf,
} from '@pregoner/shared'
import { Check } from 'lucide-react'
import { useWords } from '../../i18n/index.ts'
import { textsWords } from '../words/texts.ts'
import styles from './preview.module.css'

const MAX_REASONS = 3

interface ChoiceFormsProps {
  message: OutboundMessage
  /** The form looked at. */
  form: ChoiceForm | 'none'
  onLook(form: ChoiceForm | null): void
}

/** The three forms a menu can take: which one WhatsApp will show, and what is in the way of the others. */
export function ChoiceForms({ message, form, onLook }: ChoiceFormsProps) {
  const t = useWords(textsWords)
  const real = renderingOf(message)
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('form')}
        data={choiceForms.map(known => ({
          value: known,
          label: (
            <span className={styles.form}>
              {known === real && <Check size={13} aria-hidden="true" />}
              {t(`form.${known}`)}
              {known === real && <span className="visually-hidden">({t('form.tag')})</span>}
            </span>
          ),
        }))}
        value={form}
        onChange={value => onLook(choiceForms.find(known => known === value && known !== real) ?? null)}
      />
      <div className={styles.quiet} role="status">
        {form === real || form === 'none' ? (
          <p>{t('form.shown')}</p>
        ) : (
          <>
            <p>{t('form.not')}</p>
            <Reasons form={form} message={message} />
          </>
        )}
      </div>
    </>
  )
}

function Reasons({ form, message }: { form: ChoiceForm; message: OutboundMessage }) {
  const t = useWords(textsWords)
  const obstacles = obstaclesTo(form, message)
  const real = renderingOf(message)
  const words = ({ code, text, max }: Obstacle) =>
    t(`why.${code}`, { text, max, count: code === 'too_many' ? message.choices.length : countChars(text) })
  const left = obstacles.length - MAX_REASONS
  return (
    <ul className={styles.reasons}>
      {obstacles.slice(0, MAX_REASONS).map((obstacle, index) => (
        <li key={`${obstacle.code}-${index}`}>{words(obstacle)}</li>
      ))}
      {left > 0 && <li>{t('why.more', { count: left })}</li>}
      {obstacles.length === 0 && real !== 'none' && <li>{t('form.handier', { form: t(`form.${real}`) })}</li>}
    </ul>
  )
}
