import { Button } from '@mantine/core'
import { type LucideIcon, Pencil, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Empty } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { entryWords } from './words/entries.ts'

interface EntryRowsProps {
  title: string
  lead: string
  addLabel: string
  empty: { Icon: LucideIcon; title: string }
  /** `isFixed`: this person may read it only. */
  rows: readonly { id: string; name: string; note: ReactNode; isFixed?: boolean }[]
  /** Null for whoever may only read. */
  onOpen: ((id: string | null) => void) | null
}

/** A short list of named things of the town, a line each. */
export function EntryRows({ title, lead, addLabel, empty, rows, onOpen }: EntryRowsProps) {
  const t = useWords(entryWords)
  const add = onOpen && (
    <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={() => onOpen(null)}>
      {addLabel}
    </Button>
  )
  return (
    <>
      <div className={forms.top}>
        <h2>{title}</h2>
        {rows.length > 0 && add}
      </div>
      {rows.length === 0 ? (
        <Empty Icon={empty.Icon} title={empty.title} action={add}>
          {lead}
        </Empty>
      ) : (
        <>
          <p className={forms.note}>{lead}</p>
          <ul className={forms.rows}>
            {rows.map(({ id, name, note, isFixed }) => (
              <li key={id}>
                <span className={forms.rowText}>
                  <strong>{name}</strong>
                  {note && <span className={forms.note}>{note}</span>}
                </span>
                {onOpen && !isFixed && (
                  <Button
                    variant="subtle"
                    aria-label={t('edit', { name })}
                    leftSection={<Pencil size={16} aria-hidden="true" />}
                    onClick={() => onOpen(id)}
                  >
                    {t('editShort')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
