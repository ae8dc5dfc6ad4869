import { Select, TextInput } from '@mantine/core'
import type { FlowSummary } from '@pregoner/shared'
import { Search } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useLanguage, useWords } from '../i18n/index.ts'
import { type FlowOrder, type FlowState, findFlows, flowOrders, flowStates } from './find-flows.ts'
import { FlowDeed } from './flow-deeds.tsx'
import { FlowRow } from './flow-row.tsx'
import type { RowDeed } from './flow-row-menu.tsx'
import styles from './flows-page.module.css'
import { flowsWords } from './words/flows.ts'

const SEARCHED_FROM = 8 // flows; fewer are seen at one glance

/** The flows as a list; with many of them, to be searched and put in order. */
export function FlowList({ flows }: { flows: readonly FlowSummary[] }) {
  const t = useWords(flowsWords)
  const [language] = useLanguage()
  const [text, setText] = useState('')
  const [state, setState] = useState<FlowState>('any')
  const [order, setOrder] = useState<FlowOrder>('changed')
  const [doing, setDoing] = useState<{ deed: RowDeed; flow: FlowSummary } | null>(null)
  const searched = useDeferredValue(text)
  const found = useMemo(
    () => findFlows(flows, { text: searched, state, order }, language),
    [flows, searched, state, order, language],
  )
  const start = useCallback((deed: RowDeed, flow: FlowSummary) => setDoing({ deed, flow }), [])

  return (
    <>
      {flows.length >= SEARCHED_FROM && (
        <search className={styles.search}>
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<Search size={16} aria-hidden />}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <Select
            aria-label={t('state')}
            allowDeselect={false}
            data={flowStates.map(value => ({ value, label: t(`state.${value}`) }))}
            value={state}
            onChange={value => setState(flowStates.find(one => one === value) ?? 'any')}
          />
          <Select
            aria-label={t('order')}
            allowDeselect={false}
            data={flowOrders.map(value => ({ value, label: t(`order.${value}`) }))}
            value={order}
            onChange={value => setOrder(flowOrders.find(one => one === value) ?? 'changed')}
          />
          <p className={styles.count} role="status">
            {t('count', { count: found.length })}
          </p>
        </search>
      )}
      {found.length === 0 ? (
        <p className={styles.nothing}>{t('nothingFound')}</p>
      ) : (
        <ul className={styles.list}>
          {found.map(flow => (
            <FlowRow key={flow.id} flow={flow} onDeed={start} />
          ))}
        </ul>
      )}
      {doing && <FlowDeed key={doing.flow.id} {...doing} onClose={() => setDoing(null)} />}
    </>
  )
}
