import type { FlowNode } from '@pregoner/shared'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useFlows } from '../api/flows.ts'
import { useTownKey } from '../api/town.ts'
import { referencesOf } from '../editor/exits.ts'
import type { Saver } from '../editor/saver.ts'
import type { Editor } from '../editor/store.ts'
import { type Crumb, flowAddress, parseTrail } from './trail.ts'

const PATIENCE_MS = 2_000 // unsaved work is kept in the browser as well; nobody waits longer than this to go on

interface OpenedFlow {
  /** The steps that led here, outermost first. */
  readonly trail: readonly Crumb[]
  /** The flow a step runs; null for all other steps, and when the town has no such flow. */
  flowOf(node: FlowNode): { id: string; name: string } | null
  /** Opens the flow a step runs, in place of this one. */
  openFlowOf(node: FlowNode): void
  /** Goes elsewhere once what is unsaved has been saved. */
  leaveTo(address: string): void
}

const OpenedFlowContext = createContext<OpenedFlow>({
  trail: [],
  flowOf: () => null,
  openFlowOf: () => {},
  leaveTo: () => {},
})

export const useOpenedFlow = (): OpenedFlow => useContext(OpenedFlowContext)

interface OpenedFlowProviderProps {
  editor: Editor
  saver: Pick<Saver, 'flush'>
  children: ReactNode
}

/** Knows how one came to the open flow, and leads on into the flows its steps run. */
export function OpenedFlowProvider({ editor, saver, children }: OpenedFlowProviderProps) {
  const townKey = useTownKey()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const via = search.get('via')
  const flows = useFlows(townKey).data

  const leaveTo = useCallback(
    (address: string) => {
      const patience = new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
      void Promise.race([saver.flush(), patience]).then(() => navigate(address))
    },
    [saver, navigate],
  )
  const opened = useMemo((): OpenedFlow => {
    const trail = parseTrail(via)
    const flowOf = (node: FlowNode) => {
      const named = referencesOf(node).find(({ kind }) => kind === 'flow')
      const flow = flows?.find(({ id }) => id === named?.id)
      return flow ? { id: flow.id, name: flow.name } : null
    }
    const openFlowOf = (node: FlowNode) => {
      const flow = flowOf(node)
      const here = { flow: editor.getState().flow.id, node: node.id }
      if (flow) leaveTo(flowAddress({ townKey, flow: flow.id, trail: [...trail, here] }))
    }
    return { trail, flowOf, openFlowOf, leaveTo }
  }, [via, flows, editor, townKey, leaveTo])

  return <OpenedFlowContext value={opened}>{children}</OpenedFlowContext>
}

/** Goes to the step the address names, once, and lets the address be without it. */
export function useStepInAddress(editor: Editor): void {
  const [search, setSearch] = useSearchParams()
  const step = search.get('step')
  useEffect(() => {
    if (step === null) return
    if (editor.getState().flow.nodes.some(({ id }) => id === step)) editor.getState().goTo(step)
    setSearch(
      before => {
        const after = new URLSearchParams(before)
        after.delete('step')
        return after
      },
      { replace: true },
    )
  }, [editor, step, setSearch])
}
