import { CloseButton } from '@mantine/core'
import { type Language, parseTemplate } from '@pregoner/shared'
import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../i18n/index.ts'
import { languageWords } from '../../i18n/words.ts'
import { textsWords } from '../words/texts.ts'
import { useKnownNames } from './form.tsx'
import type { ExtraVariable } from './insert-variable.tsx'
import styles from './values-used.module.css'
import { useVariableName } from './variable-name.ts'

interface ValuesUsedProps {
  text: string
  language: Language
  extra?: readonly ExtraVariable[]
  onChange(text: string): void
}

/** The text without a value, wherever it stands. */
const without = (text: string, name: string): string => {
  const known = parseTemplate(text)
  let rest = text
  let changed = ''
  for (const part of known.parts) {
    if (typeof part === 'string') {
      changed += part
      rest = rest.slice(part.length)
      continue
    }
    const written = rest.slice(0, rest.indexOf('}}') + 2)
    if (part.variable !== name) changed += written
    rest = rest.slice(written.length)
  }
  return changed
}

/** The values a text fills in, as chips that can be taken away, and what is wrong with one. */
export function ValuesUsed({ text, language, extra = [], onChange }: ValuesUsedProps) {
  const t = useWords(textsWords)
  const nameOfLanguage = useWords(languageWords)
  const nameOf = useVariableName()
  const known = useKnownNames()
  if (!text.includes('{{')) return null
  const { variables, problems } = parseTemplate(text)
  return (
    <div className={styles.values}>
      {variables.length > 0 && (
        <ul className={styles.chips} aria-label={t('values')}>
          {variables.map(name => {
            const own = extra.find(one => one.name === name)
            const isKnown = own !== undefined || known.has(name)
            const label = own?.label ?? nameOf(name)
            return (
              <li key={name} className={styles.chip} data-known={isKnown}>
                {!isKnown && <TriangleAlert size={13} aria-hidden="true" />}
                <span>
                  {label}
                  {!isKnown && <small className={styles.why}>{t('values.unknown')}</small>}
                </span>
                <CloseButton
                  size="max(24px, calc(var(--target) - 8px))"
                  iconSize={14}
                  aria-label={t('values.remove', { name: label, language: nameOfLanguage(language) })}
                  onClick={() => onChange(without(text, name))}
                />
              </li>
            )
          })}
        </ul>
      )}
      {problems.map(({ code, at, text: piece }) => (
        <p key={at} className={styles.problem}>
          {t(`values.${code}`, { text: piece })}
        </p>
      ))}
    </div>
  )
}
