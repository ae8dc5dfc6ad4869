import type { z } from 'zod'
import type { NodeDefinition } from '../node.ts'
import { appointment } from './appointment.ts'
import { condition } from './condition.ts'
import { consent } from './consent.ts'
import { departmentRoute } from './department-route.ts'
import { end } from './end.ts'
import { frame } from './frame.ts'
import { goto } from './goto.ts'
import { hours } from './hours.ts'
import { httpRequest } from './http-request.ts'
import { language } from './language.ts'
import { lookup } from './lookup.ts'
import { menu } from './menu.ts'
import { message } from './message.ts'
import { note } from './note.ts'
import { notify } from './notify.ts'
import { question } from './question.ts'
import { random } from './random.ts'
import { setValue } from './set-value.ts'
import { start } from './start.ts'
import { subflow } from './subflow.ts'
import { subscription } from './subscription.ts'
import { wait } from './wait.ts'

/** Every node type of the flow language, in palette order. The only list of them. */
export const nodeTypes = [
  start,
  message,
  menu,
  question,
  language,
  consent,
  condition,
  hours,
  lookup,
  setValue,
  random,
  wait,
  goto,
  departmentRoute,
  appointment,
  notify,
  subscription,
  httpRequest,
  subflow,
  end,
  note,
  frame,
] as const

type Definition = (typeof nodeTypes)[number]
export type NodeType = Definition['type']
export type ConfigOf<Type extends NodeType> = z.infer<Extract<Definition, { type: Type }>['config']>

const byType = new Map<string, NodeDefinition>(
  // The one cast of the registry: each definition is used with configs its own schema has checked.
  nodeTypes.map(definition => [definition.type, definition as unknown as NodeDefinition]),
)

/** The definition of a node type; undefined for a type this version does not know. */
export const nodeDefinition = (type: string): NodeDefinition | undefined => byType.get(type)
