export { type Act, act, type EffectNote, type Line, type Said, type Setup, said, setup } from './acts.ts'
export type { Ending } from './ending.ts'
export { type Simulation, simulate, simulatedFlows } from './simulation.ts'
export { type Happened, playAct, type Standing, standAtStart } from './standing.ts'
