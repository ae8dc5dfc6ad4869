export * from './answer.ts'
export * from './api.ts'
export * from './api-key.ts'
export * from './appointments/index.ts'
export * from './approval.ts'
export * from './ask-node.ts'
export * from './asked-data.ts'
export * from './audit.ts'
export * from './bounds/index.ts'
export * from './broadcast.ts'
export * from './bulletin.ts'
export * from './calendar.ts'
export * from './channel-check.ts'
export * from './channel-limits.ts'
export * from './compile.ts'
export * from './contact.ts'
export * from './conversation.ts'
export * from './conversation-view.ts'
export * from './deadline.ts'
export * from './department.ts'
export { type Change, describeChange, difference, isFelt, stepOf } from './difference/index.ts'
export * from './digest.ts'
export * from './duplicates.ts'
export * from './effect.ts'
export * from './emergency.ts'
export * from './engine.ts'
export * from './flow.ts'
export * from './flow-counts.ts'
export * from './flow-file/index.ts'
export * from './flow-lock.ts'
export * from './flow-test.ts'
export * from './flow-texts.ts'
export * from './geography.ts'
export * from './incident.ts'
export * from './incident-map.ts'
export * from './incident-status.ts'
export * from './incident-view.ts'
export * from './input.ts'
export {
  describeProblem,
  type FixId,
  fieldNameIn,
  fixProblem,
  fixWords,
  inspect,
  meaningIn,
  type Problem,
  type ProblemCode,
  problem,
  type Severity,
} from './inspect/index.ts'
export * from './language.ts'
export * from './language-names.ts'
export * from './live-events.ts'
export * from './masked.ts'
export * from './mention.ts'
export * from './message.ts'
export * from './migrate.ts'
export { rootNode } from './moved.ts'
export * from './my-data.ts'
export * from './names.ts'
export * from './new-town.ts'
export * from './node.ts'
export { type Operator, operators, type Rule, readsValue } from './nodes/condition.ts'
export { type ConfigOf, type NodeType, nodeDefinition, nodeTypes } from './nodes/index.ts'
export { languageNames } from './nodes/language.ts'
export type { MenuOption } from './nodes/menu.ts'
export { type AnswerKind, answerKinds } from './nodes/question/read-answer.ts'
export type { Assignment } from './nodes/set-value.ts'
export { keywordModes, type Trigger } from './nodes/start.ts'
export * from './notice-approval.ts'
export * from './notice-rules.ts'
export * from './notice-template.ts'
export * from './paths/index.ts'
export * from './pattern.ts'
export * from './people.ts'
export * from './phrases.ts'
export * from './platform-words.ts'
export * from './price.ts'
export * from './privacy-view.ts'
export * from './publication.ts'
export * from './read-config.ts'
export * from './reference.ts'
export * from './rendering.ts'
export * from './retention.ts'
export { NOT_UNDERSTOOD } from './sample.ts'
export * from './saved-reply.ts'
export { builtInNames, readWireId } from './scene.ts'
export * from './segment.ts'
export * from './sending-plan.ts'
export * from './sends.ts'
export * from './session.ts'
export * from './simulation/index.ts'
export { splitLong } from './split.ts'
export { startWireId } from './start-tap.ts'
export * from './statistics.ts'
export * from './status-words.ts'
export * from './subscriber-file.ts'
export * from './subscription.ts'
export * from './subscription-form.ts'
export * from './subscription-form-answer.ts'
export { readCsv } from './table/csv.ts'

export * from './table/formula.ts'
export {
  type Cell,
  type ColumnKind,
  columnKinds,
  lookUp,
  type PastedRow,
  type PasteProblem,
  parsePastedRows,
  rowValue,
  type Table,
  type TableColumn,
  type TableRow,
  type TableWarning,
  type TableWhen,
  table,
  tableWarnings,
  tableWhens,
} from './table.ts'
export * from './template.ts'
export * from './template-places.ts'
export * from './text-length.ts'
export * from './topic-request.ts'
export * from './town.ts'
export * from './town-settings.ts'
export * from './town-uses.ts'
export * from './tracking.ts'
export {
  hasKeyword,
  nearestChoice,
  normalize,
  parsePhone,
  parseYesNo,
  type Rule as UnderstoodRule,
  understand,
} from './understand.ts'
export * from './understanding.ts'
export * from './window-template.ts'
export { withField } from './with-field.ts'
