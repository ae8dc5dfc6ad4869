import { dayLabel } from '../../appointments/moment-words.ts'
import { readOwn } from '../../appointments/own-appointment.ts'
import { townDate, townDateTime } from '../../calendar.ts'
import type { Reply } from '../../input.ts'
import type { Scene } from '../../node.ts'
import { tappedOption } from '../../scene.ts'
import { parseDate, type Rule, understand } from '../../understand.ts'
import { type Memory, say, serviceName } from './standing.ts'

const DAYS_A_PAGE = 8 // of ten rows of a list; "more" and "not now" take the others
const HOURS_A_PAGE = 7 // "another day" takes one more
const MAX_OWN = 9
const WRITTEN_TIME = /^(?:[^\d]{0,12})([01]?\d|2[0-3])\s?(?:[:.h]|hores|horas|ore)\s?([0-5]\d)?\s?h?$/i

export interface Option {
  id: string
  label: string
  description?: string
}

const timeLabel = (at: string, { town }: Scene) => townDateTime(new Date(at), town.timeZone).time

/** `26/11, 09:30`, short enough for every form. */
function shortMoment(at: string, { town }: Scene): string {
  const { date, time } = townDateTime(new Date(at), town.timeZone)
  return `${Number(date.slice(8))}/${Number(date.slice(5, 7))}, ${time}`
}

export const pageSize = ({ stage }: Pick<Memory, 'stage'>): number => (stage === 'day' ? DAYS_A_PAGE : HOURS_A_PAGE)

function offeredOptions(memory: Memory, scene: Scene): Option[] {
  const { stage, offered = [], from = 0 } = memory
  const page = offered.slice(from, from + pageSize(memory))
  const isLast = from + page.length >= offered.length
  const label = (one: string) => (stage === 'day' ? dayLabel(one, scene.language) : timeLabel(one, scene))
  return [
    ...page.map(one => ({ id: one, label: label(one) })),
    ...(isLast ? [] : [{ id: 'more', label: say('appointment_more', scene) }]),
    ...(isLast && from > 0 ? [{ id: 'first', label: say('appointment_first', scene) }] : []),
    ...(stage === 'hour' ? [{ id: 'other_day', label: say('appointment_other_day', scene) }] : []),
    { id: 'leave', label: say('appointment_leave', scene) },
  ]
}

/** What the contact may choose at this stage, as it is offered. */
export function optionsOf(memory: Memory, scene: Scene): Option[] {
  if (memory.stage === 'day' || memory.stage === 'hour') return offeredOptions(memory, scene)
  if (memory.stage === 'action') {
    return [
      { id: 'move', label: say('appointment_move', scene) },
      { id: 'cancel', label: say('appointment_cancel', scene) },
      { id: 'leave', label: say('appointment_keep', scene) },
    ]
  }
  if (memory.stage !== 'own') return []
  return [
    ...readOwn(memory.own)
      .slice(0, MAX_OWN)
      .map(({ reference, serviceId, at }) => ({
        id: reference,
        label: shortMoment(at, scene),
        description: serviceName(scene, serviceId),
      })),
    { id: 'leave', label: say('appointment_leave', scene) },
  ]
}

/** `9:30`, `9.30`, `a les 9 h`: an hour of the clock, never the number of a row. */
function writtenTime(text: string): string | null {
  const [, hour, minute = '00'] = WRITTEN_TIME.exec(text.trim()) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** The option a reply means; a day or an hour written out counts on whichever page it is. `unfree` was meant, but is not free. */
export function meant(memory: Memory, reply: Reply, scene: Scene): { id: string; rule?: Rule } | 'unfree' | null {
  const text = reply.text ?? ''
  const { stage, offered = [] } = memory
  const tapped = tappedOption(reply, scene)
  if (tapped === undefined && stage === 'hour') {
    const time = writtenTime(text)
    const found = time && offered.find(at => timeLabel(at, scene) === time)
    if (time) return found ? { id: found, rule: 'label' } : 'unfree'
  }
  const understood = understand(optionsOf(memory, scene), { text: reply.text ?? undefined, choiceId: tapped })
  if (understood) return { id: understood.choiceId, rule: understood.rule }
  if (stage !== 'day') return null
  const date = parseDate(text, scene.language, townDate(scene.now, scene.town.timeZone))
  if (date === null) return null
  return offered.includes(date) ? { id: date, rule: 'label' } : 'unfree'
}
