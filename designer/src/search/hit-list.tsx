import { ActionIcon, Button, Checkbox } from '@mantine/core'
import type { Flow } from '@pregoner/shared'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { kindOf, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import type { Hit } from './find-texts.ts'
import styles from './search.module.css'
import { type Finding, hitKey } from './use-findings.ts'
import { searchWords } from './words.ts'

const SHOWN = 100 // places; more make the dialog slow and nobody reads them in one go

interface HitListProps {
  findings: readonly Finding[]
  /** Keys of the places that stay as they are. */
  without: ReadonlySet<string>
  onWithout(without: ReadonlySet<string>): void
  onStep(flowId: string, step: string): void
}

/** The places found, flow by flow, each with the words around it and a tick that says whether it is replaced. */
export function HitList({ findings, without, onWithout, onStep }: HitListProps) {
  const t = useWords(searchWords)
  const [shown, setShown] = useState(SHOWN)
  const total = findings.reduce((sum, { hits }) => sum + hits.length, 0)
  let room = shown
  const visible = findings.flatMap(finding => {
    const hits = finding.hits.slice(0, room)
    room -= hits.length
    return hits.length > 0 ? [{ ...finding, hits, all: finding.hits }] : []
  })
  const change = (keys: readonly string[], isChosen: boolean) => {
    const after = new Set(without)
    for (const key of keys) {
      if (isChosen) after.delete(key)
      else after.add(key)
    }
    onWithout(after)
  }

  return (
    <div className={styles.found}>
      {visible.map(({ flow, hits, all, isOpen, isFixed }) => {
        const keys = all.map(hit => hitKey(flow.id, hit))
        const chosen = keys.filter(key => !without.has(key)).length
        return (
          <section key={flow.id} aria-label={flow.name}>
            <div className={styles.flow}>
              <Checkbox
                aria-label={t('chooseFlow', { name: flow.name })}
                checked={!isFixed && chosen === keys.length}
                indeterminate={!isFixed && chosen > 0 && chosen < keys.length}
                disabled={isFixed}
                onChange={event => change(keys, event.currentTarget.checked)}
              />
              <h3>{flow.name}</h3>
              {isOpen && <span className={styles.tag}>{t('thisFlow')}</span>}
              <span className={styles.number}>{keys.length}</span>
            </div>
            <ul className={styles.hits}>
              {hits.map(hit => {
                const key = hitKey(flow.id, hit)
                return (
                  <HitLine
                    key={key}
                    flow={flow}
                    hit={hit}
                    isChosen={!isFixed && !without.has(key)}
                    isFixed={isFixed}
                    onChoose={isChosen => change([key], isChosen)}
                    onStep={() => onStep(flow.id, hit.node)}
                  />
                )
              })}
            </ul>
          </section>
        )
      })}
      {total > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + SHOWN)}>
          {t('showMore', { count: Math.min(SHOWN, total - shown) })}
        </Button>
      )}
    </div>
  )
}

interface HitLineProps {
  flow: Flow
  hit: Hit
  isChosen: boolean
  isFixed: boolean
  onChoose(isChosen: boolean): void
  onStep(): void
}

function HitLine({ flow, hit, isChosen, isFixed, onChoose, onStep }: HitLineProps) {
  const t = useWords(searchWords)
  const nameOf = useWords(languageWords)
  const { before, found, after, language } = hit
  const node = flow.nodes.find(({ id }) => id === hit.node)
  const title = node ? titleOf(node, language) : hit.node
  const words = { title, language: nameOf(language), before, found, after }
  return (
    <li className={styles.hit}>
      <Checkbox
        aria-label={t('chooseHit', words)}
        checked={isChosen}
        disabled={isFixed}
        onChange={event => onChoose(event.currentTarget.checked)}
      />
      <div className={styles.hitWords}>
        <p className={styles.around} lang={language}>
          {before}
          <mark className={styles.mark}>{found}</mark>
          {after}
        </p>
        <p className={styles.hint}>
          {node?.name ?? (node ? kindOf(node.type) : '')} · {nameOf(language)}
        </p>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('open', { title })}
        title={t('open', { title })}
        onClick={onStep}
      >
        <ArrowRight size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
