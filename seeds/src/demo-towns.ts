import type { DemoTown } from './demo-town.ts'
import { manresa } from './manresa/manresa.ts'
import { santCebria } from './sant-cebria/sant-cebria.ts'

/** The five demo towns, with rotas and agendas that begin at `now`. */
export const demoTowns = (now: Date): DemoTown[] => [santCebria(now), manresa(now)]
