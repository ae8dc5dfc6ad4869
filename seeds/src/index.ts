export type { DemoChannel, DemoPerson, DemoTown } from './demo-town.ts'
export { demoTowns } from './demo-towns.ts'
