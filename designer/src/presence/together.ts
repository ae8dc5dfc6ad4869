import type { FlowPresence } from '@pregoner/shared'
import type { SaveState } from '../editor/saver.ts'
import type { Locked } from './use-lock.ts'

/** How this tab stands to the others that show the same flow. */
export interface Together extends Locked {
  people: readonly FlowPresence[]
  saveState: SaveState
}
