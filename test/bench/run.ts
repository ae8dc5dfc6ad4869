import { report } from './figure.ts'
import { firstPageFigures } from './first-page.ts'
import { interpreterFigures } from './interpreter.ts'
import { serverFigures } from './server.ts'
import { sessionFigures } from './session-size.ts'

const asJson = process.argv.includes('--json')

report('Interpreter: processor time a turn', interpreterFigures(), asJson)
report('Session: bytes stored', sessionFigures(), asJson)
report('Server: webhook in, reply out, over WhatsApp’s protocol', await serverFigures(), asJson)
report('First page: what the browser fetches', firstPageFigures(), asJson)
