import { Button } from '@mantine/core'
import { type Change, difference, isFelt, type TownData } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useMemo } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { ChangeList } from './change-list.tsx'
import { differenceFlags } from './difference-flags.ts'
import { versionQuery } from './publication-api.ts'
import styles from './publishing.module.css'
import { Section } from './section.tsx'
import { useTelling } from './use-telling.ts'
import { publicationWords } from './words.ts'

interface ChangesSectionProps {
  town: TownData
  /** The version to compare with; null when there is none. */
  version: number | null
  onClose(): void
}

/** What citizens will notice: each change in a sentence that leads to its step, and all of them as marks on the drawing. */
export function ChangesSection({ town, version, onClose }: ChangesSectionProps) {
  const t = useWords(publicationWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const tell = useTelling(town)
  const stored = useQuery({ ...versionQuery(town.key, flow.id, version ?? 0), enabled: version !== null })
  const before = stored.data?.flow
  const changes = useMemo<Change[]>(() => (before ? difference(before, flow) : []), [before, flow])

  if (version === null) return <Section title={t('changes')} brief={t('changesFirst')} />
  if (stored.isError) return <Section title={t('changes')} brief={t('changesFailed')} tone="bad" />
  if (!before) return <Section title={t('changes')} brief={t('changesLoading')} />
  if (changes.length === 0) return <Section title={t('changes')} brief={t('changesNone', { version })} />

  const steps = new Set(flow.nodes.map(({ id }) => id))
  const show = () => {
    editor.getState().setFlags('difference', differenceFlags(changes, tell))
    editor.getState().announce(t('shownOnDrawing'))
    onClose()
  }
  const brief = changes.some(isFelt) ? t('changeCount', { count: changes.length }) : t('changesUnfelt')
  return (
    <Section title={t('changes')} brief={brief} isOpen>
      <ChangeList
        changes={changes}
        tell={tell}
        isThere={node => steps.has(node)}
        onGo={node => {
          onClose()
          editor.getState().goTo(node)
        }}
      />
      <Button
        className={styles.show}
        size="xs"
        variant="default"
        leftSection={<Eye size={16} aria-hidden />}
        onClick={show}
      >
        {t('showOnDrawing')}
      </Button>
    </Section>
  )
}
