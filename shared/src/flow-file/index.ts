export { describeFault } from './describe.ts'
export { type FaultCode, type FlowFault, flowFault } from './fault.ts'
export {
  FLOW_FILE_ENDING,
  type FlowFile,
  MAX_FLOW_FILE_BYTES,
  type NamedThing,
  writeFlowFile,
} from './flow-file.ts'
export { type FlowFileRead, notText, readFlowFile, tooLarge } from './read.ts'
export { withOwnIds } from './renamed.ts'
