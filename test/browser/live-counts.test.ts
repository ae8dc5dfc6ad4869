import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quiet } from '../channels/town-server.ts'
import type { Person } from '../whatsapp-double/index.ts'
import { handsOf } from './hands.ts'
import { inOneStory } from './one-story.ts'
import { soon } from './soon.ts'
import { openStage, type Stage, type Visit } from './stage.ts'

const TOWN = 'manresa'
const FLOW = `/t/${TOWN}/flows/incidencia`
const LOST = 'La jardineria de la plaça!'

describe('counts on the drawing', () => {
  let stage: Stage
  let visit: Visit
  let hands: ReturnType<typeof handsOf>
  let people = 0

  beforeAll(async () => {
    stage = await openStage([TOWN])
    visit = await stage.signIn(`officer@${TOWN}.example`, FLOW)
    hands = handsOf(visit.page)
    await topic().waitFor()
  })
  afterAll(() => stage?.close())
  inOneStory(() => stage.shootAll('live-counts'))

  const topic = () => hands.step('Menú: Categoria')
  const topicSaying = (words: string) =>
    visit.page.getByRole('group', { name: new RegExp(`^Menú: Categoria.*${words}`) }).waitFor()
  const exitOf = (words: string) => topic().getByRole('listitem').filter({ hasText: words })

  /** A citizen writes these messages one after the other, each when the answer to the one before has come. */
  async function citizen(...messages: string[]): Promise<Person> {
    people += 1
    const person = stage.double.person({ phone: `34600500${String(people).padStart(3, '0')}`, channel: `demo-${TOWN}` })
    for (const message of messages) {
      await person.sends(message)
      await quiet(stage)
    }
    return person
  }

  test('where people are, go, leave and are not understood shows without a reload', async () => {
    await citizen('incidència')
    await topicSaying('1 persona hi és ara')
    await citizen('incidència', 'neteja i residus')
    await soon(() => exitOf('Neteja i residus').textContent()).toContain('1')
    await topicSaying('La meitat respon abans de')
    await citizen('incidència', LOST)
    await topicSaying('2 persones hi són ara.*1 resposta no entesa')
    await citizen('incidència', 'baixa')
    await topicSaying('1 persona ho ha deixat aquí')
    expect(visit.errors).toEqual([])
  })

  test('colours and periods are chosen in the bar, and remembered', async () => {
    const { page } = visit
    const menu = page.getByRole('button', { name: /^Xifres al dibuix/ })
    await menu.click()
    await page.getByRole('menuitemradio', { name: 'Colors' }).click()
    await page.getByText('Ús, de poc a molt').waitFor()
    await page.getByRole('menuitemradio', { name: '30 dies' }).click()
    await page.keyboard.press('Escape')
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Xifres al dibuix: 30 dies',
    )
    await soon(() => page.locator('.react-flow__edge [data-heat="4"]').count()).toBeGreaterThan(0)
    await page.reload()
    await topicSaying('1 resposta no entesa')
    expect(await menu.getAttribute('aria-label')).toBe('Xifres al dibuix: 30 dies')
    await menu.click()
    await page.getByRole('menuitemradio', { name: 'Des de la versió 1' }).click()
    await page.getByText(/només les converses d’aquesta versió/).waitFor()
    await page.keyboard.press('Escape')
    await topicSaying('1 resposta no entesa')
  })

  test('one click makes a synonym, which can be undone; what it would have changed is told', async () => {
    const { page } = visit
    await topic().click({ position: { x: 60, y: 20 } })
    const lost = hands.inspector.getByRole('region', { name: /^No s’ha entès/ })
    await lost.getByText(LOST).waitFor()
    await lost.getByRole('button', { name: `Més sobre «${LOST}»` }).click()
    await lost.getByText('1 aniria a «Parcs i jardins»').waitFor()
    await lost.getByRole('button', { name: `Fes «${LOST}» sinònim de «Parcs i jardins»` }).click()
    await lost.getByText('va a «Parcs i jardins»').waitFor()
    await lost.getByRole('heading', { name: 'Amb aquest esborrany' }).waitFor()
    await page.getByRole('button', { name: 'Desfés: fer un sinònim' }).click()
    await lost.getByRole('button', { name: `Fes «${LOST}» sinònim` }).waitFor()
    await page.getByRole('button', { name: 'Refés: fer un sinònim' }).click()
    await hands.saved()
  })

  test('the list of the whole flow puts texts aside', async () => {
    const { page } = visit
    await citizen('incidència', 'xyzzy')
    await topicSaying('2 respostes no enteses')
    await page.getByRole('button', { name: /^Xifres al dibuix/ }).click()
    await page.getByRole('menuitem', { name: 'Què no s’ha entès' }).click()
    const list = page.getByRole('dialog', { name: 'Què no s’ha entès' })
    await list.getByRole('button', { name: 'Més sobre «xyzzy»' }).click()
    await list.getByRole('button', { name: 'Ignora «xyzzy»' }).click()
    await list.getByText('Ignorades (1)').waitFor()
    await page.keyboard.press('Escape')
  })

  test('once published, the same words are understood', async () => {
    const { page } = visit
    await page.getByRole('button', { name: 'Publica', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publica la versió 2' }).click()
    await page.getByText(/Com la v2, publicada/).waitFor()
    const person = await citizen('incidència', LOST)
    await soon(() => person.inbox.at(-1)?.text).toContain('Explica’ns què passa')
    await soon(() => exitOf('Parcs i jardins').textContent()).toContain('1')
    expect(visit.errors).toEqual([])
  })
})
