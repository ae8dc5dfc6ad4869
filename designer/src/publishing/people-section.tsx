import { Select } from '@mantine/core'
import type { Flow, PeopleMove } from '@pregoner/shared'
import { Users } from 'lucide-react'
import { isDecoration } from '../editor/exits.ts'
import { titleOf } from '../editor/labels.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { useWords } from '../i18n/index.ts'
import { type Choice, type InsidePlace, stays } from './people-choices.ts'
import styles from './publishing.module.css'
import { Section } from './section.tsx'
import { publicationWords } from './words.ts'

interface PeopleSectionProps {
  flow: Flow
  places: readonly InsidePlace[]
  /** Drawings that have the steps that are gone. */
  older: readonly Flow[]
  choices: ReadonlyMap<string, Choice>
  onChoose(node: string, choice: Choice): void
  rest: PeopleMove['what']
  onRest(what: PeopleMove['what']): void
}

const isWhat = (value: string | null): value is PeopleMove['what'] =>
  value === 'finish' || value === 'move' || value === 'restart'

const sum = (places: readonly InsidePlace[], field: 'people' | 'unreachable') =>
  places.reduce((total, place) => total + place[field], 0)

/** Who is in the middle of a conversation, and what becomes of them step by step. They finish unless somebody says so. */
export function PeopleSection(props: PeopleSectionProps) {
  const { flow, places, older, choices, onChoose, rest, onRest } = props
  const t = useWords(publicationWords)
  const total = sum(places, 'people')
  if (total === 0) return <Section title={t('people')} brief={t('peopleNone')} />

  const touched = places.filter(({ state }) => state !== 'same')
  const others = places.filter(({ state }) => state === 'same')
  const unreachable = sum(places, 'unreachable')
  const byId = new Map(flow.nodes.map(node => [node.id, node]))
  const nameOf = (id: string) => {
    const known = byId.get(id) ?? older.flatMap(({ nodes }) => nodes).find(node => node.id === id)
    return known ? titleOf(known, flow.defaultLanguage) : id
  }
  const steps = readingOrder(flow).flatMap(id => {
    const node = byId.get(id)
    return node && !isDecoration(node) ? [{ value: id, label: titleOf(node, flow.defaultLanguage) }] : []
  })

  return (
    <Section
      title={t('people')}
      brief={t('peopleCount', { count: total })}
      tone="attention"
      isOpen={touched.length > 0}
    >
      <p className={styles.hint}>{t('peopleWords')}</p>
      <ul className={styles.places}>
        {touched.map(({ node, people, state }) => {
          const choice = choices.get(node) ?? stays
          return (
            <li key={node} className={styles.place}>
              <p className={styles.placeName}>
                <strong>{nameOf(node)}</strong>
                <span>
                  <Users size={14} aria-hidden /> {t('peopleAt', { count: people })},{' '}
                  {t(state === 'gone' ? 'stepGone' : 'stepChanges')}
                </span>
              </p>
              <Select
                size="sm"
                aria-label={t('choiceOf', { step: nameOf(node) })}
                allowDeselect={false}
                value={choice.what}
                data={(['finish', 'move', 'restart'] as const).map(value => ({ value, label: t(value) }))}
                onChange={what => {
                  if (!isWhat(what)) return
                  onChoose(node, what === 'move' && state === 'changed' ? { what, to: node } : { what })
                }}
              />
              {choice.what === 'move' && (
                <Select
                  size="sm"
                  searchable
                  allowDeselect={false}
                  aria-label={t('moveTo')}
                  placeholder={t('moveToMissing')}
                  value={choice.to ?? null}
                  data={steps}
                  onChange={to => onChoose(node, to === null ? { what: 'move' } : { what: 'move', to })}
                />
              )}
            </li>
          )
        })}
        {others.length > 0 && (
          <li className={styles.place}>
            <p className={styles.placeName}>
              <strong>{t('restSteps')}</strong>
              <span>
                <Users size={14} aria-hidden /> {t('peopleAt', { count: sum(others, 'people') })}
              </span>
            </p>
            <Select
              size="sm"
              aria-label={t('choiceOfRest')}
              allowDeselect={false}
              value={rest}
              data={[
                { value: 'finish', label: t('finish') },
                { value: 'move', label: t('moveSame') },
                { value: 'restart', label: t('restart') },
              ]}
              onChange={what => isWhat(what) && onRest(what)}
            />
          </li>
        )}
      </ul>
      {unreachable > 0 && <p className={styles.hint}>{t('unreachable', { count: unreachable })}</p>}
    </Section>
  )
}
