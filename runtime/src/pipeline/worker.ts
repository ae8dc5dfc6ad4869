import type { Conversation, ConversationStore } from '../stores/conversation-store.ts'
import type { Hint, InboxStore } from '../stores/inbox-store.ts'
import type { SendStore } from '../stores/send-store.ts'
import { createHinted } from './hinted.ts'
import { type ProjectDeps, project } from './project.ts'
import type { Receive } from './receive.ts'
import type { Sender } from './send.ts'
import { type StepDeps, stepBatch } from './step.ts'

const MAX_BATCH = 64
const MAX_BULK_BATCH = 256 // what a round costs is mostly its commits, whose number does not grow with it
const SWEEP_MS = 2_000
const SWEEP_LIMIT = 500

export interface WorkerDeps {
  step: StepDeps
  project: ProjectDeps
  sender: Sender
  receive: Receive
  inbox: InboxStore
  conversations: ConversationStore
  sends: SendStore
  now: () => Date
  onFailure: (error: unknown, convId: string | null) => void
}

export type Worker = ReturnType<typeof createWorker>

/** Whether all it has to send is part of notices to many. */
const isBulk = ({ outbox }: Conversation): boolean =>
  outbox.every(
    one => one.what !== 'effect' || one.effect.kind !== 'send_message' || one.effect.broadcastId !== undefined,
  )

/** Drives steps, projections and sends. Hints make it quick; the sweep makes it right. */
export function createWorker(deps: WorkerDeps) {
  const hinted = createHinted()
  let isRunning = false
  let isStopped = false
  let sweeping: NodeJS.Timeout | null = null
  let finished: Promise<void> = Promise.resolve()

  /** Projects them together; when that fails, one by one, so that what one asks for cannot hold up the others. */
  async function projectAll(conversations: readonly Conversation[]): Promise<Conversation[]> {
    try {
      await project(conversations, deps.project)
      return [...conversations]
    } catch (error) {
      deps.onFailure(error, null)
    }
    const projected: Conversation[] = []
    for (const conversation of conversations) {
      try {
        await project([conversation], deps.project)
        projected.push(conversation)
      } catch (error) {
        deps.onFailure(error, conversation._id)
      }
    }
    return projected
  }

  async function carryOver(conversations: readonly Conversation[]): Promise<void> {
    if (conversations.length === 0) return
    const sending = (await projectAll(conversations)).filter(
      ({ channelKind, outbox }) =>
        channelKind !== 'webchat' && outbox.some(one => one.what === 'effect' && one.effect.kind === 'send_message'),
    )
    const [bulk, answers] = [sending.filter(isBulk), sending.filter(one => !isBulk(one))]
    deps.sender.serve(answers.map(({ _id }) => _id))
    deps.sender.serve(
      bulk.map(({ _id }) => _id),
      true,
    )
  }

  async function round(): Promise<void> {
    const hints = hinted.next(MAX_BATCH, MAX_BULK_BATCH)
    try {
      const { committed, again } = await stepBatch(hints, deps.step)
      for (const hint of again) hinted.add(hint)
      await carryOver(committed)
    } catch (error) {
      deps.onFailure(error, null) // whatever was not written is still pending; the sweep will find it
    }
  }

  async function run(): Promise<void> {
    while (hinted.size() > 0 && !isStopped) await round()
    isRunning = false
  }

  function wake(hints: readonly Hint[]): void {
    for (const hint of hints) hinted.add(hint)
    if (isRunning || isStopped || hinted.size() === 0) return
    isRunning = true
    finished = run()
  }

  async function endWaits(now: Date): Promise<void> {
    const due = await deps.conversations.due(now, SWEEP_LIMIT)
    const timers = due.map(async ({ _id, town, channelId, rev, session }) => {
      const turn = session.wait?.turn
      if (turn === undefined) return
      await deps.receive.input({ convId: _id, town, channelId }, 'timer', `timer:${rev}`, { kind: 'timeout', turn })
    })
    await Promise.all(timers)
  }

  /** Finds what no hint told of: pending items, ended waits, full outboxes, unsent messages. Each even if others fail. */
  async function sweep(): Promise<void> {
    const now = deps.now()
    const searches = [
      () => endWaits(now),
      async () => carryOver(await deps.conversations.withOutbox(SWEEP_LIMIT)),
      async () => wake(await deps.inbox.oldestPending(SWEEP_LIMIT, false)),
      async () => deps.sender.serve(await deps.sends.waiting(now, SWEEP_LIMIT, false)),
      async () => wake(await deps.inbox.oldestPending(SWEEP_LIMIT, true)),
      async () => deps.sender.serve(await deps.sends.waiting(now, SWEEP_LIMIT, true), true),
    ]
    for (const search of searches) await search().catch(error => deps.onFailure(error, null))
  }

  async function sweepForEver(): Promise<void> {
    await sweep()
    if (!isStopped) sweeping = setTimeout(sweepForEver, SWEEP_MS)
  }

  return {
    wake,
    sweep,
    start: sweepForEver,
    /** Lets the step under way finish; what is not begun waits in the database. */
    async stop(): Promise<void> {
      isStopped = true
      if (sweeping) clearTimeout(sweeping)
      await finished
    },
    /** How many notices to many are on their way from the inbox to this channel. */
    bulk: (channelId: string): number => hinted.bulk(channelId) + deps.sender.bulk(channelId),
    isIdle: () => !isRunning && hinted.size() === 0 && deps.sender.isIdle(),
  }
}
