import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Flow, readFlowFile } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { openGate } from './gate.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`
const OTHER = `admin@${TOWN}.example`
const FLOWS = `/t/${TOWN}/flows`
const CATALAN = 'El que llegeix el veí en català'

let stage: Stage
let folder: string

beforeAll(async () => {
  stage = await openStage([TOWN])
  folder = await mkdtemp(join(tmpdir(), 'pregoner-files-'))
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.shootAll('files-offline')
  for (const context of stage.browser.contexts()) await context.close()
})

const pathOf = (id: string) => `${FLOWS}/${id}`
const stored = async (id: string) => (await stage.runtime.stores.flows.draft(TOWN, id))?.flow
const all = async () => (await stage.runtime.stores.flows.list(TOWN)).map(({ id }) => id)
const greetingIn = (flow: Flow | undefined) => flow?.nodes.find(({ id }) => id === 'greet')?.config.text
const create = (id: string) => stage.runtime.stores.flows.create(TOWN, smallFlow(id), { by: 'Proves', at: new Date() })

const write = async (page: Page, words: string) => {
  const hands = handsOf(page)
  await hands.step('Missatge: ').click()
  await hands.field(CATALAN).fill(words)
}

/** Hands a file to whatever asks for one next. */
async function giveFile(page: Page, press: () => Promise<void>, name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()])
  await chooser.setFiles(path)
}

describe('flows as files', () => {
  test('a flow is saved as a file, looked at from the list and created anew', async () => {
    await create('fitxer')
    const { page, errors } = await stage.signIn(OFFICER, pathOf('fitxer'))
    await handsOf(page).step('Missatge: ').waitFor()
    await page.getByRole('button', { name: 'Més accions' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Desa’l en un fitxer…' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Flow fitxer.pregoner.json')
    const text = await readFile(await download.path(), 'utf8')
    expect(readFlowFile(text)).toMatchObject({ ok: true, file: { flow: smallFlow('fitxer'), subflows: [] } })

    await page.goto(FLOWS)
    const open = page.getByRole('button', { name: 'Obre un fitxer…' })
    await giveFile(page, () => open.click(), 'Flow fitxer.pregoner.json', text)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Català, Castellà').waitFor()
    await stage.shoot(page, 'files-preview')
    await dialog.getByLabel('Nom del flux nou').fill('El mateix, nou')
    await dialog.getByRole('button', { name: 'Crea’n un flux' }).click()
    await page.waitForURL(url => url.pathname.includes('/el-mateix-nou-'))
    await handsOf(page).step('Missatge: Bon dia').waitFor()
    const made = await stored(page.url().split('/').at(-1) ?? '')
    expect(made?.nodes).toEqual(smallFlow('fitxer').nodes)
    expect(await stored('fitxer')).toEqual(smallFlow('fitxer'))
    expect(errors).toEqual([])
  })

  test('a hostile file is answered with its problems, wherever it is let go, and nothing is stored', async () => {
    const { page } = await stage.signIn(OFFICER, FLOWS)
    const before = await all()
    const open = page.getByRole('button', { name: 'Obre un fitxer…' })
    const bad = {
      ...smallFlow('dolent'),
      nodes: [{ ...smallFlow('dolent').nodes[1], type: 'hologram', name: 'Benvinguda' }],
    }
    await giveFile(page, () => open.click(), 'dolent.json', JSON.stringify(bad))
    const dialog = page.getByRole('dialog', { name: 'Aquest fitxer no es pot obrir' })
    await dialog.getByText('a dolent.json').waitFor()
    await dialog.getByText('Hi ha una unió («e1») que surt d’un pas que no hi és («start»).').waitFor()
    await dialog.getByText('Pas 1 («Benvinguda»). És d’un tipus («hologram») que aquesta versió no coneix.').waitFor()
    await stage.shoot(page, 'files-problems')
    const another = () => dialog.getByRole('button', { name: 'Tria un altre fitxer…' }).click()
    await giveFile(page, another, 'tallat.json', '{"formatVersion": 1,\n "nodes": [')
    await dialog.getByText('El fitxer està tallat: s’acaba a mitges, a la línia 2.').waitFor()
    await dialog.getByRole('button', { name: 'Tanca' }).last().click()

    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['{"formatVersion": 7, "nodes": []}'], 'nou.json', { type: 'application/json' }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    await dialog.getByText('El fitxer és d’una versió més nova de Pregoner (format 7).').waitFor()
    expect(await all()).toEqual(before)
  })

  test('the steps of a file are put into the flow that is open, as one command', async () => {
    await create('amb-mes')
    const { page } = await stage.signIn(OFFICER, pathOf('amb-mes'))
    const steps = page.locator('.react-flow__node')
    await soon(() => steps.count()).toBe(3)
    await page.getByRole('button', { name: 'Més accions' }).click()
    const insert = () => page.getByRole('menuitem', { name: 'Insereix-hi un fitxer…' }).click()
    await giveFile(page, insert, 'altre.pregoner.json', JSON.stringify(smallFlow('altre')))
    await soon(() => steps.count()).toBe(6)
    await page.keyboard.press('Control+Z')
    await soon(() => steps.count()).toBe(3)
  })
})

describe('without a connection', () => {
  test('a tab closed without a connection loses nothing', async () => {
    await create('tancada')
    const { page, context } = await stage.signIn(OFFICER, pathOf('tancada'))
    await handsOf(page).step('Missatge: ').waitFor()
    await context.setOffline(true)
    await write(page, 'Escrit al túnel')
    await page.getByText('No hi ha connexió. Podeu continuar').waitFor()
    await stage.shoot(page, 'offline-banner')
    await page.close()
    expect(greetingIn(await stored('tancada'))).toMatchObject({ ca: 'Bon dia' })

    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto(pathOf('tancada'))
    await handsOf(later).step('Missatge: Escrit al túnel').waitFor()
    await later.getByText('Heu recuperat els canvis que no s’havien pogut desar.').waitFor()
    await handsOf(later).saved()
    expect(greetingIn(await stored('tancada'))).toMatchObject({ ca: 'Escrit al túnel' })
  })

  test('the server away and back: both say so, go on, and are of one mind again', async () => {
    await create('caigut')
    const gate = await openGate(stage.url)
    const visit = async (email: string) => {
      const one = await stage.visit({ baseURL: gate.url })
      await stage.enterAs(one.page, email, pathOf('caigut'))
      await handsOf(one.page).step('Missatge: ').waitFor()
      return one.page
    }
    const marta = await visit(OFFICER)
    await soon(async () => (await stage.runtime.stores.flowLocks.read(TOWN, 'caigut'))?.holder ?? null).not.toBeNull()
    const joan = await visit(OTHER)
    await joan.getByText(/està editant aquest flux/).waitFor()

    gate.cut()
    await write(marta, 'Escrit amb el servidor caigut')
    await marta.getByText('No hi ha connexió. Podeu continuar').waitFor()
    await marta.getByText('No desat, sense connexió').waitFor()
    await joan.getByText(/S’ha perdut la connexió en directe/).waitFor()
    gate.mend()
    await handsOf(marta).saved()
    await handsOf(joan).step('Missatge: Escrit amb el servidor caigut').waitFor()
    await joan.getByText(/està editant aquest flux/).waitFor()
    await gate.close()
  })

  test('a browser without room for unsaved work says so', async () => {
    await create('ple')
    const { page, context } = await stage.signIn(OFFICER, pathOf('ple'))
    await handsOf(page).step('Missatge: ').waitFor()
    await page.evaluate(() => {
      const room = 1_000_000
      for (let key = 0, size = room; size > 100; ) {
        try {
          localStorage.setItem(`full-${key++}`, 'x'.repeat(size))
        } catch {
          size = Math.floor(size / 2)
        }
      }
    })
    await context.setOffline(true)
    await write(page, 'Sense lloc')
    await page.getByText('aquest navegador no té lloc per guardar els canvis').waitFor()
    await context.setOffline(false)
    await handsOf(page).saved()
  })
})
