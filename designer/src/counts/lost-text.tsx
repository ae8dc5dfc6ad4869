import { ActionIcon, Button, Select } from '@mantine/core'
import type { CountPeriod, FlowNode, NotUnderstoodText, Offer } from '@pregoner/shared'
import { ChevronDown, ChevronUp, EyeOff, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitLabel } from '../editor/labels.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { languageWords } from '../i18n/words.ts'
import { Changes } from './changes.tsx'
import styles from './numbers.module.css'
import { suggestedOffer, teach, unteachable } from './teach.ts'
import { lostWords } from './words/not-understood.ts'

interface LostTextProps {
  row: NotUnderstoodText
  node: FlowNode
  offers: readonly Offer[]
  townKey: string
  period: CountPeriod
  onIgnore(row: NotUnderstoodText): void
}

/** One thing people wrote that was not understood: a synonym with one click, or after a look at what it would change. */
export function LostText({ row, node, offers, townKey, period, onIgnore }: LostTextProps) {
  const t = useWords(lostWords)
  const nameOf = useWords(languageWords)
  const { number, relative, exact } = useFormats()
  const now = useNow()
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const text = row.text ?? ''
  const why = unteachable(row)
  const canTeach = why === null && offers.length > 0 && !isReadOnly
  const suggested = canTeach ? suggestedOffer(flow, offers, text, row.language) : null
  const option = chosen ?? suggested
  const optionName = (id: string) => exitLabel(node, id, language)

  const make = (id: string) => {
    editor.getState().run('synonym', drawing => teach(drawing, node.id, id, text, row.language))
    editor.getState().announce(t('made', { text, option: optionName(id) }))
  }
  const tried = option === null ? null : teach(flow, node.id, option, text, row.language)
  const triedNode = tried?.nodes.find(({ id }) => id === node.id)

  return (
    <li className={styles.lost} data-open={isOpen || undefined}>
      <div className={styles.lostLine}>
        <div className={styles.lostWords}>
          {row.text === null ? (
            <span className={styles.hint}>{t('hidden')}</span>
          ) : (
            <bdi lang={row.language ?? undefined}>{text}</bdi>
          )}
          <span className={styles.lostFacts}>
            <strong>×{number(row.count)}</strong>
            <time dateTime={row.at} title={exact(row.at)}>
              {relative(row.at, now)}
            </time>
            {row.language && <span>{nameOf(row.language)}</span>}
          </span>
        </div>
        {canTeach && suggested !== null && (
          <Button
            className={styles.make}
            size="compact-sm"
            variant="light"
            aria-label={t('makeLabel', { text, option: optionName(suggested) })}
            onClick={() => make(suggested)}
          >
            {t('make', { option: optionName(suggested) })}
          </Button>
        )}
        {canTeach && suggested === null && !isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('choose')} ${text}`}
            onClick={() => setIsOpen(true)}
          >
            {t('choose')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('open', { text: text || t('title') })}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </ActionIcon>
      </div>
      {isOpen && (
        <div className={styles.lostMore}>
          {why !== null && why !== 'hidden' && <p className={styles.hint}>{t(why)}</p>}
          {canTeach && (
            <Select
              label={t('option')}
              placeholder={t('choose')}
              value={option}
              allowDeselect={false}
              comboboxProps={{ withinPortal: true }}
              data={offers.map(({ id }) => ({ value: id, label: optionName(id) }))}
              onChange={setChosen}
            />
          )}
          {canTeach && triedNode && <Changes townKey={townKey} period={period} node={triedNode} title="change" />}
          <div className={styles.lostButtons}>
            {canTeach && (
              <Button size="compact-sm" disabled={option === null} onClick={() => option !== null && make(option)}>
                {t('confirm')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={row.isIgnored ? <Undo2 size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
              aria-label={t(row.isIgnored ? 'heedLabel' : 'ignoreLabel', { text: text || t('title') })}
              onClick={() => onIgnore(row)}
            >
              {t(row.isIgnored ? 'heed' : 'ignore')}
            </Button>
          </div>
          {canTeach && <p className={styles.hint}>{t('undoHint')}</p>}
        </div>
      )}
    </li>
  )
}
