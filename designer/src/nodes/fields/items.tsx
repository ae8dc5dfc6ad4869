import { ActionIcon } from '@mantine/core'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { moved, without } from './move.ts'

const MENU_CLOSES_MS = 60 // a menu gives focus back to its button first

interface ItemsProps<Item> {
  items: readonly Item[]
  onChange: (items: Item[]) => void
  /** What the item is called on its card and on its buttons. */
  titleOf: (item: Item, index: number) => string
  keyOf?: (item: Item, index: number) => string
  /** Said when there are none. */
  empty?: string
  isOrdered?: boolean
  field: string
  /** Folds the items away under their titles; `noteOf` says what is wrong with a folded one. */
  fold?: { isOpen: boolean; noteOf: (item: Item) => string | undefined }
  children: (item: Item, index: number) => ReactNode
}

/** A list of small cards that can be put in order and taken away by buttons; focus goes to the card that was added, stays with the moved one. */
export function Items<Item>(props: ItemsProps<Item>) {
  const { items, onChange, titleOf, keyOf, empty, isOrdered = true, field, fold, children } = props
  const list = useRef<HTMLUListElement>(null)
  const shownCount = useRef(items.length)
  useEffect(() => {
    const isAdded = items.length > shownCount.current
    shownCount.current = items.length
    if (!isAdded || fold) return // folded ones are written in their title's field, one after another
    const timer = setTimeout(() => {
      const isBusyElsewhere = !document.activeElement?.closest('aside, [role="dialog"], [role="menu"]')
      const field = list.current?.querySelector<HTMLElement>(':scope > li:last-child :is(input, textarea)')
      if (!isBusyElsewhere) field?.focus()
    }, MENU_CLOSES_MS)
    return () => clearTimeout(timer)
  }, [items.length, fold])
  const latest = useRef({ items, onChange })
  useLayoutEffect(() => {
    latest.current = { items, onChange }
  })
  const move = useCallback((index: number, by: number) => {
    latest.current.onChange(moved(latest.current.items, index, by))
    focusItem(list.current, index + by, by < 0 ? 'up' : 'down')
  }, [])
  const remove = useCallback((index: number) => {
    latest.current.onChange(without(latest.current.items, index))
    focusItem(list.current, index, 'remove')
  }, [])
  return (
    <>
      {items.length === 0 && empty && <p className={styles.empty}>{empty}</p>}
      <ul className={styles.list} ref={list} tabIndex={-1} data-field={field} hidden={items.length === 0}>
        {items.map((item, index) => {
          const name = titleOf(item, index)
          return (
            <li key={keyOf?.(item, index) ?? index} className={styles.item} data-field={`${field}.${index}`}>
              <ItemBody
                name={name}
                isFolded={fold !== undefined}
                isOpen={fold?.isOpen ?? true}
                note={fold?.noteOf(item)}
              >
                {children(item, index)}
              </ItemBody>
              <ItemButtons
                name={name}
                index={index}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                isOrdered={isOrdered}
                onMove={move}
                onRemove={remove}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function focusItem(list: HTMLUListElement | null, index: number, action: string) {
  requestAnimationFrame(() => {
    const rows = list?.querySelectorAll<HTMLElement>(':scope > li')
    const row = rows?.item(Math.min(index, (rows?.length ?? 0) - 1))
    const wanted = row?.querySelector<HTMLElement>(`[data-action="${action}"]:not(:disabled)`)
    const other = row?.querySelector<HTMLElement>('[data-action]:not(:disabled)')
    ;(wanted ?? other ?? list)?.focus()
  })
}

interface ItemBodyProps {
  name: string
  isFolded: boolean
  isOpen: boolean
  note: string | undefined
  children: ReactNode
}

function ItemBody({ name, isFolded, isOpen, note, children }: ItemBodyProps) {
  if (!isFolded)
    return (
      <>
        <div className={styles.itemTop}>
          <span className={styles.itemTitle} title={name}>
            {name}
          </span>
        </div>
        {children}
      </>
    )
  return (
    <details open={isOpen}>
      <summary className={`${styles.folding} ${styles.itemTop}`}>
        <span className={styles.itemTitle} title={name}>
          {name}
          {note && <span className={styles.itemNote}>{note}</span>}
        </span>
      </summary>
      <div className={styles.foldBody}>{children}</div>
    </details>
  )
}

interface ItemButtonsProps {
  name: string
  index: number
  isFirst: boolean
  isLast: boolean
  isOrdered: boolean
  onMove: (index: number, by: number) => void
  onRemove: (index: number) => void
}

const ItemButtons = memo(function ItemButtons(props: ItemButtonsProps) {
  const { name, index, isFirst, isLast, isOrdered, onMove, onRemove } = props
  const t = useWords(nodeWords)
  return (
    <div className={styles.itemButtons}>
      {isOrdered && !(isFirst && isLast) && (
        <>
          <ItemButton label={t('move_up', { name })} action="up" isOff={isFirst} onClick={() => onMove(index, -1)}>
            <ArrowUp size={16} aria-hidden="true" />
          </ItemButton>
          <ItemButton label={t('move_down', { name })} action="down" isOff={isLast} onClick={() => onMove(index, 1)}>
            <ArrowDown size={16} aria-hidden="true" />
          </ItemButton>
        </>
      )}
      <ItemButton label={t('remove', { name })} action="remove" onClick={() => onRemove(index)}>
        <Trash2 size={16} aria-hidden="true" />
      </ItemButton>
    </div>
  )
})

interface ItemButtonProps {
  label: string
  action: string
  isOff?: boolean
  onClick: () => void
  children: ReactNode
}

const ItemButton = ({ label, action, isOff = false, onClick, children }: ItemButtonProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    size="var(--target)"
    aria-label={label}
    title={label}
    data-action={action}
    disabled={isOff}
    onClick={onClick}
  >
    {children}
  </ActionIcon>
)
