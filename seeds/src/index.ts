export type { DemoChannel, DemoPerson, DemoTest, DemoTown } from './demo-town.ts'
export { demoTowns } from './demo-towns.ts'
