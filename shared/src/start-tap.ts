import type { CompiledFlow } from './compile.ts'
import type { Reply } from './input.ts'

const STARTING = 'start'

/** What comes back with a tap on a button that starts a flow, wherever the button stands. */
export const startWireId = (flowId: string): string => `${STARTING}~${flowId}`

/** Where the flow begins that a tap asks for; null when it asks for none, or for one that is not published any more. */
export function startTap(
  published: readonly CompiledFlow[],
  { choiceId }: Pick<Reply, 'choiceId'>,
): { flow: CompiledFlow; node: string } | null {
  const [kind, flowId, ...rest] = choiceId?.split('~') ?? []
  const flow = kind === STARTING && rest.length === 0 ? published.find(({ id }) => id === flowId) : undefined
  const first = flow?.starts[0]
  return flow && first ? { flow, node: first.node } : null
}
