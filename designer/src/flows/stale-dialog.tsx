import { Button, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { describeChange, difference, type FlowDraft, type TownData } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { createFlow, flowsKey, readDraft, saveDraft } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import type { Saver } from '../editor/saver.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import type { Together } from '../presence/together.ts'
import styles from './dialogs.module.css'
import { staleWords } from './words/stale.ts'

const MOST_SHOWN = 40
const MAX_NAME_CHARS = 120

interface StaleDialogProps {
  town: TownData
  saver: Saver
  together: Together
}

/** Somebody else has saved meanwhile: what is to become of both works is the officer's choice. */
export function StaleDialog({ town, saver, together: { saveState, state } }: StaleDialogProps) {
  const t = useWords(staleWords)
  const { relative } = useFormats()
  const editor = useEditor()
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)
  if (saveState.kind !== 'stale') return null
  const { current } = saveState
  const by = current.changedBy
  const holder = state.kind === 'theirs' ? state.holder.name : null

  /** Puts what is stored now in the place of mine; they may have saved again meanwhile. */
  const take = async () => {
    const newest = await readDraft(town.key, current.flow.id).catch(() => current)
    saver.adopt(newest)
    editor.getState().replace(newest.flow)
  }
  const copy = async () => {
    const mine = editor.getState().flow
    const name = t('copyOf', { name: mine.name }).slice(0, MAX_NAME_CHARS)
    const created = await createFlow(town.key, name, mine.languages)
    await saveDraft(town.key, { ...mine, id: created.flow.id, name }, created.rev)
    await take()
    await queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
    void navigate(`/t/${town.key}/flows/${created.flow.id}`)
  }
  const decideLater = async () => {
    if (saver.leave()) await take()
    else notifications.show({ color: 'red', message: t('noRoom') })
  }
  const choose = async (what: () => Promise<unknown>) => {
    setIsBusy(true)
    try {
      await what()
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
    setIsBusy(false)
  }

  const later = { label: t('decideLater'), hint: t('decideLaterHint'), what: decideLater, isPossible: true }
  const choices = [
    { label: t('keepCopy'), hint: t('keepCopyHint', { by }), what: copy, isPossible: true },
    { label: t('takeTheirs'), hint: t('takeTheirsHint'), what: take, isPossible: true },
    {
      label: t('overwrite'),
      hint: holder === null ? t('overwriteHint', { by }) : t('overwriteLocked', { holder }),
      what: saver.overwrite,
      isPossible: holder === null,
    },
    ...(holder === null ? [] : [later]),
  ]
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('title')}
      size="lg"
    >
      <Stack>
        {/* Not on a button: whoever is typing would choose with the next Enter. */}
        <p data-autofocus tabIndex={-1}>
          {t('words', { by, when: relative(current.changedAt, new Date()) })}
        </p>
        <Differences town={town} theirs={current} />
        {choices.map(({ label, hint, what, isPossible }) => (
          <div key={label} className={styles.choice}>
            <Button variant="default" fullWidth disabled={isBusy || !isPossible} onClick={() => void choose(what)}>
              {label}
            </Button>
            <p className={styles.hint}>{hint}</p>
          </div>
        ))}
      </Stack>
    </Modal>
  )
}

/** What my drawing changes in theirs, in sentences. */
function Differences({ town, theirs }: { town: TownData; theirs: FlowDraft }) {
  const t = useWords(staleWords)
  const [language] = useLanguage()
  const mine = useEditorState(state => state.flow)
  const changes = useMemo(() => difference(theirs.flow, mine), [theirs, mine])
  if (changes.length === 0) return null
  return (
    <details className={styles.differences}>
      <summary>{t('differences', { count: changes.length })}</summary>
      <ul>
        {changes.slice(0, MOST_SHOWN).map((change, index) => (
          <li key={index}>{describeChange(change, town, language)}</li>
        ))}
        {changes.length > MOST_SHOWN && <li>{t('more', { count: changes.length - MOST_SHOWN })}</li>}
      </ul>
    </details>
  )
}
