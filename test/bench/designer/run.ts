// `npm run bench:designer`: the desk with large drawings beside a bare React Flow canvas with the same graph, in one
// run of one browser. `-- --json` for programs, `-- --nodes 1000` for one size only.

import { openStage } from '../../browser/stage.ts'
import { type Figure, report } from '../report.ts'
import { firstPageFigures } from '../sizes.ts'
import { openBarePage } from './bare-page.ts'
import { bigFlow } from './big-flow.ts'
import { deskFigures } from './desk.ts'
import { noteFirstPaint, type Opening, openerOf } from './frames.ts'
import { type CanvasFigures, measureCanvas, measureOpenings } from './measure.ts'

const TOWN = 'manresa'
const isJson = process.argv.includes('--json')
const only = process.argv.indexOf('--nodes')
const sizes = only < 0 ? [200, 1_000, 1_500] : [Number(process.argv[only + 1])]

const compared = (name: string, ours: number, bare: number, unit: string): Figure[] => [
  { name, value: ours, unit, against: `bare canvas: ${Math.round(bare)}` },
  { name: `${name}, ratio`, value: ours / bare, unit: 'ratio', against: 'bare canvas is 1' },
]

const opened = (ours: Opening, bare: Opening, culled: Opening): Figure[] => [
  ...compared('first paint', ours.ms, bare.ms, 'ms'),
  { name: 'first paint', value: ours.ms / culled.ms, unit: 'ratio', against: 'bare, only what is seen' },
  ...compared('first paint, work of the page', ours.cpuMs, bare.cpuMs, 'ms CPU'),
]

const beside = (ours: CanvasFigures, bare: CanvasFigures): Figure[] => [
  ...compared('pan', ours.pan.fps, bare.pan.fps, 'fps'),
  {
    name: 'pan, slowest twentieth',
    value: ours.pan.p95,
    unit: 'ms',
    against: `bare canvas: ${Math.round(bare.pan.p95)}`,
  },
  ...compared('drag', ours.drag.fps, bare.drag.fps, 'fps'),
  {
    name: 'drag, slowest twentieth',
    value: ours.drag.p95,
    unit: 'ms',
    against: `bare canvas: ${Math.round(bare.drag.p95)}`,
  },
  ...compared('pan from afar', ours.zoomedOutPan.fps, bare.zoomedOutPan.fps, 'fps'),
  {
    name: 'elements at working zoom',
    value: ours.elements,
    unit: 'elements',
    against: `bare canvas: ${bare.elements}`,
  },
  {
    name: 'elements from afar',
    value: ours.elementsZoomedOut,
    unit: 'elements',
    against: `bare: ${bare.elementsZoomedOut}`,
  },
]

const stage = await openStage([TOWN])
const bare = await openBarePage()
const { page } = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows`, { colorScheme: 'light' })
await page.addInitScript('globalThis.__name = value => value') // tsx wraps functions so; the page does not know it
await page.addInitScript(noteFirstPaint)
const open = await openerOf(page)
for (const size of sizes) {
  const flow = bigFlow(size, `gran-${size}`)
  await stage.runtime.stores.flows.create(TOWN, flow, { by: 'bench', at: new Date() })
  bare.show(flow)
  const url = `${stage.url}/t/${TOWN}/flows/${flow.id}`
  const [ours, ofBare, ofCulled] = await measureOpenings(open, [url, bare.url, `${bare.url}?culled`])
  if (ours && ofBare && ofCulled) report(`${size} steps, opening`, opened(ours, ofBare, ofCulled), isJson)
  report(`${size} steps`, beside(await measureCanvas(page, url), await measureCanvas(page, bare.url)), isJson)
  report(`${size} steps, at the desk`, await deskFigures(page, url), isJson)
}
report('First load', firstPageFigures(), isJson)
bare.close()
await stage.close()
process.exit(0)
