// `npm run bench`: figures of one run on this machine; ratios compare within it. `-- --json` for programs,
// `-- --commands` to see which database commands a turn takes.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { checkerFigures } from './checker.ts'
import { commandFigures } from './commands.ts'
import { interpreterFigures } from './interpreter.ts'
import { report } from './report.ts'
import { firstPageFigures, sessionFigures } from './sizes.ts'
import { statisticsFigures } from './statistics.ts'
import { webhookFigures } from './webhooks.ts'

const isJson = process.argv.includes('--json')
const page = new URL('../../designer/dist/index.html', import.meta.url)
if (!existsSync(page)) spawnSync('npx', ['vite', 'build', 'designer'], { stdio: 'ignore' })

report('Interpreter', interpreterFigures(), isJson)
report('Session', sessionFigures(), isJson)
report('Checker', checkerFigures(), isJson)
report('First page', firstPageFigures(), isJson)
report('Database', await commandFigures(process.argv.includes('--commands') && !isJson), isJson)
report('Statistics', await statisticsFigures(), isJson)
report('Webhook end to end', await webhookFigures(), isJson)
process.exit(0)
