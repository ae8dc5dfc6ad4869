export { type DemoChannel, type DemoPerson, type DemoTown, demoTowns } from './demo-towns.ts'
