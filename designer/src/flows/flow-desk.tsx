import { notifications } from '@mantine/notifications'
import type { FlowDraft, Passage, TownData } from '@pregoner/shared'
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Canvas } from '../canvas/canvas.tsx'
import { Palette } from '../canvas/palette.tsx'
import { SelectionBar } from '../canvas/selection-bar.tsx'
import { StepChooser } from '../canvas/step-chooser.tsx'
import { Clipboard } from '../clipboard/clipboard.tsx'
import { useCounts } from '../counts/use-counts.ts'
import { EditorProvider } from '../editor/context.tsx'
import { FlowFiles } from '../files/flow-files.tsx'
import { lazyPart } from '../frame/lazy-part.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { PageLoading } from '../frame/states.tsx'
import { KeyMap } from '../guide/key-map.tsx'
import { Tour } from '../guide/tour.tsx'
import { useWords } from '../i18n/index.ts'
import { TryInProvider } from '../nodes/try-in.ts'
import { Outline } from '../outline/outline.tsx'
import { Banner } from '../presence/banner.tsx'
import { DifferenceBar } from '../publishing/difference-bar.tsx'
import { HistoryDrawer } from '../publishing/history-drawer.tsx'
import { PublishDialog } from '../publishing/publish-dialog.tsx'
import { usePublished } from '../publishing/use-published.ts'
import { Searchable } from '../search/searchable.tsx'
import { useSimulating } from '../simulator/use-simulating.ts'
import { FillingPanel } from '../templates/filling-panel.tsx'
import { TestsRunner } from '../tests/tests-runner.tsx'
import { TestsSide } from '../tests/tests-side.tsx'
import { Announcements } from './announcements.tsx'
import styles from './flow-desk.module.css'
import { FlowSettings } from './flow-settings.tsx'
import { Inspector } from './inspector.tsx'
import { OpenedFlowProvider, useStepInAddress } from './opened-flow.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { TopBar } from './top-bar.tsx'
import { useDraft } from './use-draft.ts'
import { useNarrow } from './use-narrow.ts'
import { useShortcuts } from './use-shortcuts.ts'
import type { FlowView } from './view-switch.tsx'
import { editingWords } from './words/editing.ts'

const Simulator = lazyPart(() => import('../simulator/simulator.tsx'))
const TextsView = lazyPart(() => import('../translation/texts-view.tsx'))
const MANY_STEPS = 300 // beyond it a drawing is hard to read and its whole is slow to pan

/** What is open beside or above the drawing. */
export type Opened = 'publish' | 'history' | 'settings' | null

/** The desk an officer draws at: bar, palette, drawing or outline, inspector, simulator. */
export function FlowDesk({ draft, town }: { draft: FlowDraft; town: TownData }) {
  const t = useWords(editingWords)
  const { editor, saver, saveState, together, hasResumed } = useDraft(town.key, draft)
  const flowId = draft.flow.id
  const name = useStore(editor, state => state.flow.name)
  const steps = useStore(editor, state => state.flow.nodes.length)
  const isNarrow = useNarrow()
  const [chosenView, setView] = useState<FlowView | null>(null)
  const [opened, setOpened] = useState<Opened>(null)
  const simulating = useSimulating(editor)
  const published = usePublished(town.key, draft, saveState)
  const view = chosenView ?? (isNarrow ? 'outline' : 'canvas')

  usePageTitle(name)
  useShortcuts(editor)
  useStepInAddress(editor)
  useCounts(editor, town.key, flowId, published.version !== null)
  useEffect(() => {
    if (hasResumed) notifications.show({ id: 'resumed', message: t('resumed') })
  }, [hasResumed])

  /** Passages of other flows, which this one runs, are not on this drawing. */
  const lightUp = useCallback(
    (passages: Passage[]) => editor.getState().setLitPath(passages.filter(passage => passage.flowId === flowId)),
    [editor, flowId],
  )
  useEffect(
    () =>
      editor.subscribe(({ told }, before) => {
        if (told !== before.told) notifications.show({ id: `told-${told.count}`, message: told.text })
      }),
    [editor],
  )
  const isLarge = steps > MANY_STEPS
  useEffect(() => {
    if (isLarge) notifications.show({ id: 'many-steps', message: t('manySteps', { count: steps }) })
  }, [isLarge])

  const drawings: { [View in FlowView]: () => ReactNode } = {
    canvas: () => <Canvas town={town} opensOnClick={isNarrow} />,
    outline: () => <Outline />,
    texts: () => (
      <Suspense fallback={<PageLoading />}>
        <TryInProvider value={simulating.tryIn}>
          <TextsView town={town} publishedVersion={published.version} />
        </TryInProvider>
      </Suspense>
    ),
  }

  return (
    <EditorProvider editor={editor}>
      <OpenedFlowProvider editor={editor} saver={saver}>
        <Clipboard town={town}>
          <div className={styles.desk}>
            <TopBar
              together={together}
              published={published}
              view={view}
              onView={setView}
              isSimulating={simulating.isSimulating}
              onSimulate={isOn => (isOn ? simulating.simulate(null) : simulating.close())}
              onOpen={setOpened}
            />
            <Banner together={together} saver={saver} />
            {isNarrow && <FillingPanel town={town} isFolded />}
            <div className={styles.work}>
              {!isNarrow && (
                <div className={styles.palette}>
                  <FillingPanel town={town} isFolded={false} />
                  {view === 'canvas' && <Palette />}
                </div>
              )}
              <div className={styles.drawing} data-view={view}>
                {drawings[view]()}
                <SelectionBar />
                <DifferenceBar />
                <ProblemsPanel town={town} />
              </div>
              <TryInProvider value={simulating.tryIn}>
                <Inspector town={town} isNarrow={isNarrow} />
              </TryInProvider>
              <TestsSide
                town={town}
                className={styles.simulator}
                onSimulate={simulating.simulate}
                onOpen={simulating.end}
              />
              {simulating.isSimulating && (
                <div className={styles.simulator}>
                  <Suspense fallback={<PageLoading />}>
                    <Simulator
                      key={simulating.run}
                      town={town}
                      recording={simulating.recording}
                      onPath={lightUp}
                      onClose={simulating.close}
                    />
                  </Suspense>
                </div>
              )}
            </div>
            <Tour />
          </div>
          <TestsRunner town={town} />
          <Searchable />
          <StepChooser />
          <KeyMap />
          <Announcements />
          <FlowFiles town={town} />
          <StaleDialog town={town} saver={saver} together={together} />
          <FlowSettings isOpen={opened === 'settings'} onClose={() => setOpened(null)} />
          {opened === 'publish' && (
            <PublishDialog town={town} saver={saver} published={published} onClose={() => setOpened(null)} />
          )}
          {opened === 'history' && (
            <HistoryDrawer town={town} saver={saver} published={published} onClose={() => setOpened(null)} />
          )}
        </Clipboard>
      </OpenedFlowProvider>
    </EditorProvider>
  )
}
