import type { Flow } from '@pregoner/shared'
import { emptyFlow } from '@pregoner/shared'

/** A flow without faults: greets whoever writes its keyword, and ends. */
export const smallFlow = (id: string, keyword = id): Flow => {
  const greeting = { text: { ca: 'Bon dia', es: 'Buenos días' }, attachment: null, place: null, link: null }
  const trigger = { kind: 'keyword', words: { ca: [keyword], es: [keyword] }, mode: 'exact', saveRestAs: null }
  return {
    ...emptyFlow(id, `Flow ${id}`, ['ca', 'es']),
    nodes: [
      { id: 'start', type: 'start', position: { x: 0, y: 0 }, config: { triggers: [trigger] } },
      { id: 'greet', type: 'message', position: { x: 300, y: 0 }, config: greeting },
      {
        id: 'end',
        type: 'end',
        position: { x: 600, y: 0 },
        config: { text: {}, asksRating: false, best: 5, waitMinutes: 60 },
      },
    ],
    edges: [
      { id: 'e1', from: 'start', exit: 'next', to: 'greet' },
      { id: 'e2', from: 'greet', exit: 'next', to: 'end' },
    ],
  }
}
