import type { ConversationBounds, PathStep, StartBound } from '@pregoner/shared'
import { priceOf } from '@pregoner/shared'
import { ChevronDown, ChevronRight, Coins } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Link } from 'react-router'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './cost.module.css'
import { CostPath } from './cost-path.tsx'
import { dearestAbroad, moneyIn } from './prices.ts'
import { costWords } from './words/cost.ts'

/** Which path is shown: of which start, and which end of the scale. */
type Shown = { start: string; end: 'most' | 'least' } | null

/** What a conversation costs at most, in one line that opens as the paths behind it. */
export function Cost({ bounds }: { bounds: ConversationBounds }) {
  const t = useWords(costWords)
  const editor = useEditor()
  const town = useTown()
  const [language] = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const [shown, setShown] = useState<Shown>(null)
  const isAdministrator = useRole(town.key) === 'administrator'
  const id = useId()
  useEffect(() => () => editor.getState().setLitPath([]), [editor])

  const worst = bounds.starts.toSorted((one, other) => other.most.messages - one.most.messages)[0]
  if (!worst) return null
  const { messages } = worst.most
  const price = priceOf(messages, town.tariff, town.country)
  const abroad = dearestAbroad(messages, town.tariff, town.country)

  function show(next: Shown, path: readonly PathStep[]): void {
    const { setLitPath, announce, flow } = editor.getState()
    setShown(next)
    setLitPath(next ? path.filter(step => step.flowId === flow.id) : [])
    if (next) announce(t('lit'))
  }
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section className={styles.cost} aria-label={t('title')}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Coins size={16} aria-hidden />
        <span>
          {price ? t('atMostPrice', { messages, price: moneyIn(language, price) }) : t('atMost', { messages })}
        </span>
        <Chevron size={16} aria-hidden />
      </button>
      {isOpen && (
        <div id={id} className={styles.more}>
          {abroad && <p>{t('abroad', { price: moneyIn(language, abroad) })}</p>}
          {!price && (
            <p>
              {isAdministrator ? <Link to={`/t/${town.key}/settings/tariffs`}>{t('setPrice')}</Link> : t('noPrice')}
            </p>
          )}
          <ul>
            {bounds.starts.map(start => (
              <StartCost
                key={start.node}
                start={start}
                shown={shown?.start === start.node ? shown.end : null}
                onShow={show}
              />
            ))}
          </ul>
          <p>{t('note')}</p>
        </div>
      )}
    </section>
  )
}

interface StartCostProps {
  start: StartBound
  shown: 'most' | 'least' | null
  onShow(shown: Shown, path: readonly PathStep[]): void
}

function StartCost({ start, shown, onShow }: StartCostProps) {
  const t = useWords(costWords)
  const town = useTown()
  const [language] = useLanguage()
  const cardLanguage = useEditorState(state => state.language)
  const nodes = useEditorState(state => state.flow.nodes)
  const nameOf = (id: string) => {
    const node = nodes.find(one => one.id === id)
    return node ? titleOf(node, cardLanguage) : id
  }
  const { node, most, usual, least, endless, isRough } = start
  const fewest = least?.messages ?? most.messages
  const [dear, cheap] = [most.messages, fewest].map(messages => priceOf(messages, town.tariff, town.country))
  const ends = [
    { end: 'most', label: t('longest'), way: most },
    { end: 'least', label: t('shortest'), way: least },
  ] as const
  const path = shown === 'least' ? least?.path : most.path
  return (
    <li className={styles.start}>
      <h3>{nameOf(node)}</h3>
      <p className={styles.range}>
        {t(fewest === most.messages ? 'exactly' : 'range', { least: fewest, most: most.messages })}
        {dear &&
          cheap &&
          ` · ${dear.amount === cheap.amount ? moneyIn(language, dear) : t('priceRange', { least: moneyIn(language, cheap), most: moneyIn(language, dear) })}`}
      </p>
      {usual.messages < most.messages && <p>{t('usual', { messages: usual.messages })}</p>}
      {endless.length > 0 && <p>{t('endless', { names: endless.map(nameOf).join(', ') })}</p>}
      {isRough && <p>{t('rough')}</p>}
      <div className={styles.choices}>
        {ends.map(
          ({ end, label, way }) =>
            way && (
              <button
                key={end}
                type="button"
                aria-pressed={shown === end}
                onClick={() => onShow(shown === end ? null : { start: node, end }, way.path)}
              >
                {label}
              </button>
            ),
        )}
      </div>
      {shown && path && <CostPath path={path} />}
    </li>
  )
}
