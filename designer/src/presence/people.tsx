import { Popover, Tooltip, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import styles from './people.module.css'
import type { Together } from './together.ts'
import { presenceWords } from './words.ts'

const MOST_SHOWN = 3

/** `Núria Vila i Puig` → `NV`. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map(word => [...word][0])
    .join('') || ([...name][0] ?? '').toLocaleUpperCase()

/** Who else looks at this flow: initials in the bar, the whole list behind them. */
export function People({ together: { people, state } }: { together: Together }) {
  const t = useWords(presenceWords)
  const { data: me } = useSession()
  const [isOpen, setOpen] = useState(false)
  const names = [...new Set(people.map(({ name }) => name))]
  if (names.length === 0) return null
  const editing = state.kind === 'theirs' ? state.holder.name : null
  const shown = names.length > MOST_SHOWN ? names.slice(0, MOST_SHOWN - 1) : names
  const nameOf = (name: string) => (name === me?.name ? t('youElsewhere') : name)
  const label = t('alsoHere', { count: names.length, names: names.map(nameOf).join(', ') })

  return (
    <Popover position="bottom-end" shadow="md" withinPortal onChange={setOpen}>
      <Popover.Target>
        <Tooltip label={label} multiline maw={280} disabled={isOpen}>
          <UnstyledButton className={styles.people} aria-label={label}>
            {shown.map(name => (
              <span key={name} className={styles.person} data-editing={name === editing || undefined} aria-hidden>
                {initialsOf(name)}
              </span>
            ))}
            {names.length > shown.length && (
              <span className={styles.person} aria-hidden>
                +{names.length - shown.length}
              </span>
            )}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.list}>
          {names.map(name => (
            <li key={name}>
              <span className={styles.person} data-editing={name === editing || undefined} aria-hidden>
                {initialsOf(name)}
              </span>
              <span>
                {nameOf(name)}
                <span className={styles.does}>{t(name === editing ? 'editsNow' : 'looks')}</span>
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
