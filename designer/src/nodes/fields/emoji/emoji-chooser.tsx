import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../../i18n/index.ts'
import { textsWords } from '../../words/texts.ts'
import styles from './emoji-chooser.module.css'
import { type Emoji, emojiGroups, findEmojis } from './search.ts'

const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** Escape closes this chooser, not the drawer it is in as well. */
const ownEscape = { 'data-mantine-stop-propagation': 'true' }

/** The button above or below the present one, by where they are drawn. */
function nearest(buttons: readonly HTMLElement[], from: HTMLElement, isDown: boolean): HTMLElement | undefined {
  const here = from.getBoundingClientRect()
  const others = buttons.filter(button => {
    const { top } = button.getBoundingClientRect()
    return isDown ? top > here.top + 1 : top < here.top - 1
  })
  const rows = isDown ? others : others.reverse()
  const top = rows[0]?.getBoundingClientRect().top
  const row = rows.filter(button => Math.abs(button.getBoundingClientRect().top - (top ?? 0)) < 2)
  const distance = (button: HTMLElement) => Math.abs(button.getBoundingClientRect().left - here.left)
  return row.toSorted((one, other) => distance(one) - distance(other))[0]
}

/** A field to search in and a grid to choose from; the arrow keys move, Enter puts the emoji into the text. */
export default function EmojiChooser({ onChoose }: { onChoose(sign: string): void }) {
  const t = useWords(textsWords)
  const [language] = useLanguage()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  // This part is fetched when it is needed, so whatever opened it has looked for a field too early.
  useEffect(() => field.current?.focus(), [])
  const found = findEmojis(wanted)
  const groups = emojiGroups
    .map(group => ({ group, members: found.filter(emoji => emoji.group === group) }))
    .filter(({ members }) => members.length > 0)
  const buttons = () => [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]

  const go = (to: HTMLElement | undefined) => {
    if (!to) return
    to.focus()
    setAt(buttons().indexOf(to))
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!arrows.has(event.key) || !(event.target instanceof HTMLElement)) return
    event.preventDefault()
    const all = buttons()
    const index = all.indexOf(event.target)
    if (event.key === 'Home') go(all[0])
    else if (event.key === 'End') go(all.at(-1))
    else if (event.key === 'ArrowLeft') go(all[index - 1])
    else if (event.key === 'ArrowRight') go(all[index + 1])
    else go(nearest(all, event.target, event.key === 'ArrowDown'))
  }
  const place = (emoji: Emoji) => (found[at] ?? found[0]) === emoji

  return (
    <div className={styles.chooser}>
      <TextInput
        ref={field}
        {...ownEscape}
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        leftSection={<Search size={16} aria-hidden="true" />}
        value={wanted}
        onChange={event => {
          setWanted(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            go(buttons()[0])
          }
          if (event.key === 'Enter' && found[0] && wanted !== '') onChoose(found[0].sign)
        }}
      />
      <p className="visually-hidden" role="status">
        {wanted !== '' && found.length > 0 && t('emoji.found', { count: found.length })}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons inside */}
      <div ref={grid} className={styles.grid} onKeyDown={move}>
        {found.length === 0 && <p className={styles.none}>{t('emoji.none')}</p>}
        {groups.map(({ group, members }) => (
          <fieldset key={group} className={styles.group}>
            <legend className={styles.title}>{t(`emoji.${group}`)}</legend>
            {members.map(emoji => (
              <button
                key={emoji.sign}
                type="button"
                {...ownEscape}
                className={styles.emoji}
                aria-label={emoji.names[language]}
                title={emoji.names[language]}
                tabIndex={place(emoji) ? 0 : -1}
                onClick={() => onChoose(emoji.sign)}
              >
                {emoji.sign}
              </button>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  )
}
