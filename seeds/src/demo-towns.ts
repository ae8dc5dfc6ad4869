import { alzira } from './alzira/alzira.ts'
import { ciutadella } from './ciutadella/ciutadella.ts'
import type { DemoTown } from './demo-town.ts'
import { empoli } from './empoli/empoli.ts'
import { manresa } from './manresa/manresa.ts'
import { santCebria } from './sant-cebria/sant-cebria.ts'

/** The five demo towns, with rotas and agendas that begin at `now`. */
export const demoTowns = (now: Date): DemoTown[] => [
  ciutadella(),
  alzira(now),
  santCebria(now),
  manresa(now),
  empoli(now),
]
