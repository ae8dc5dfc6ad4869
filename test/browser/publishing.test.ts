import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish } from '../../runtime/src/routes/publishing.ts'
import { quiet } from '../channels/town-server.ts'
import { drawnFlow, end, menu, node, say, start } from '../drawn-flow.ts'
import { type Clock, type Person, systemClock } from '../whatsapp-double/index.ts'
import { handsOf } from './hands.ts'
import { inOneStory } from './one-story.ts'
import { soon } from './soon.ts'
import { openStage, type Stage, type Visit } from './stage.ts'

const TOWN = 'manresa'
const FLOW = 'obres'
const officer = { townKey: TOWN, personId: null, personName: 'Proves' }

const route = (departmentId: string, name: string) =>
  node('department_route', { departmentId, summary: { ca: 'Obres' } }, name)
const drawing = {
  ...drawnFlow(
    {
      start: start('obres'),
      menu: { ...menu(['Carrers', 'Arbres'], { retryText: { ca: 'Tria-ho, si us plau.' } }), name: 'Obres' },
      streets: route('carrers', 'Brigada'),
      trees: route('parcs', 'Jardiners'),
      thanks: say('Gràcies, ho mirem.'),
      end,
    },
    [
      'start.next > menu',
      'menu.a > streets',
      'menu.b > trees',
      'menu.other > end',
      'streets.opened > thanks',
      'trees.opened > thanks',
      'thanks.next > end',
    ],
  ),
  id: FLOW,
  name: 'Obres al carrer',
}
const spread = {
  ...drawing,
  nodes: drawing.nodes.map((one, at) => ({ ...one, position: { x: at * 320, y: (at % 2) * 300 } })),
}

describe('publishing', () => {
  let stage: Stage
  let visit: Visit
  let hands: ReturnType<typeof handsOf>
  let aheadMs = 0
  let people = 0
  const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + aheadMs) }

  beforeAll(async () => {
    stage = await openStage([TOWN], clock)
    const { flows } = stage.runtime.stores
    await flows.create(TOWN, spread, { by: 'Proves', at: clock.now() })
    await publish(stage.runtime.publishing, officer, FLOW, { rev: 1, note: 'La primera' })
    visit = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows/${FLOW}`)
    hands = handsOf(visit.page)
    await hands.step('Menú: Obres').waitFor()
  })
  afterAll(() => stage?.close())
  inOneStory(() => stage.shootAll('publishing'))

  async function citizen(...messages: string[]): Promise<Person> {
    const person = stage.double.person({
      phone: `3460060${String(people++).padStart(4, '0')}`,
      channel: `demo-${TOWN}`,
    })
    for (const message of messages) {
      await person.sends(message)
      await quiet(stage)
    }
    return person
  }
  const heard = (person: Person) => person.inbox.map(({ text }) => text)
  const dialog = () => visit.page.getByRole('dialog')
  const open = (name: string) => visit.page.getByRole('button', { name, exact: true }).click()
  async function openHistory() {
    await open('Més accions')
    await visit.page.getByRole('menuitem', { name: 'Historial' }).click()
    return visit.page.getByRole('dialog', { name: 'Historial' })
  }

  test('what changes is told in words and shown on the drawing, and people inside begin again', async () => {
    const { page } = visit
    const waiting = await citizen('obres')
    await hands.step('Menú: Obres').getByRole('button', { name: 'Sortida «Arbres»' }).click()
    await page.getByRole('menuitem', { name: 'Uneix amb un altre pas…' }).click()
    await dialog().getByRole('option', { name: 'Brigada' }).click()
    await open('Publica')
    const change = dialog().getByRole('button', { name: /L’opció 2 «Arbres» de «Obres» ara va a .+ i no a .+\./ })
    await change.waitFor()
    await dialog().getByText('1 persona enmig d’una conversa').waitFor()
    await dialog().getByRole('button', { name: 'Mostra-ho al dibuix' }).click()
    await page.getByText('Els passos que canvien estan marcats al dibuix.').first().waitFor()
    await hands
      .step('Menú: Obres')
      .getByTitle(/L’opció 2 «Arbres»/)
      .waitFor()
    await stage.shoot(page, 'publishing-on-the-drawing')

    await open('Publica')
    await dialog().getByRole('combobox', { name: 'Què fan les persones de «Obres»' }).click()
    await page.getByRole('option', { name: 'Els demanem disculpes i tornen a començar' }).click()
    await dialog().getByLabel('Què ha canviat').fill('Els arbres, a carrers')
    await stage.shoot(page, 'publishing-people')
    await open('Publica la versió 2')
    await page.getByText('La versió 2 ja respon.').waitFor()
    await soon(() => heard(waiting).length).toBe(3)
    expect(heard(waiting)[1]).toContain('Hem millorat aquest canal')
    expect(heard(waiting)[2]).toContain('Què vols fer?')
  })

  test('a version waits for its time by the clock of the town, and then answers', async () => {
    const { page } = visit
    const staying = await citizen('obres')
    await hands.step('Missatge: Gràcies').click()
    await hands.inspector.getByRole('textbox', { name: /^El que llegeix el veí/ }).fill('Gràcies, ja hi anem.')
    await open('Publica')
    await dialog().getByText('En un altre moment').click()
    const at = new Date(Date.now() + 10 * 60_000)
    const [date = '', time = ''] = at.toLocaleString('sv-SE', { timeZone: 'Europe/Madrid' }).split(' ')
    await dialog().getByLabel('Dia').fill(date)
    await dialog().getByLabel('Hora', { exact: true }).fill(time.slice(0, 5))
    await dialog()
      .getByText(/Hora de Manresa: .+ Es publicarà el dibuix tal com és ara/)
      .waitFor()
    await stage.shoot(page, 'publishing-later')
    await open('Programa la versió 3')
    await page.getByText(new RegExp(`Versió 3: .*${time.slice(0, 5)}`)).waitFor()

    aheadMs = 12 * 60_000
    await stage.runtime.sweep()
    await page.getByText('Com la v3, publicada').waitFor()
    expect(await page.getByText(/Versió 3: /).count()).toBe(0)
    await staying.sends('Carrers')
    await (await citizen('obres')).sends('Carrers')
    await quiet(stage)
    expect(heard(staying).at(-1)).toBe('Gràcies, ho mirem.')
  })

  test('any two versions are compared, and one comes back by one click that can be undone', async () => {
    const { page } = visit
    const history = await openHistory()
    await history.getByText('Els arbres, a carrers').waitFor()
    await history.getByRole('button', { name: 'Compara: Versió 1' }).click()
    const compared = page.getByRole('dialog', { name: 'Comparació de versions' })
    await compared.getByRole('button', { name: /^L’opció 2 «Arbres» de «Obres» ara va a/ }).waitFor()
    await compared.getByRole('button', { name: /«Gràcies, ja hi anem\.» i no «Gràcies, ho mirem\.»/ }).waitFor()
    await compared.getByTitle(/L’opció 2 «Arbres»/).waitFor()
    await stage.shoot(page, 'publishing-compare')
    await compared.getByRole('combobox', { name: 'De', exact: true }).click()
    await page.getByRole('option', { name: 'Versió 3' }).click()
    await compared.getByText('Són iguals.').waitFor()
    await page.keyboard.press('Escape')

    await history.getByRole('button', { name: 'Recupera-la: Versió 1' }).click()
    await hands.step('Missatge: Gràcies, ho mirem').waitFor()
    await page.getByRole('button', { name: 'Desfés: recuperar una versió' }).click()
    await hands.step('Missatge: Gràcies, ja hi anem').waitFor()
    await hands.saved()
  })

  test('a withdrawn flow answers nobody until a version is published again', async () => {
    const { page } = visit
    const inside = await citizen('obres')
    const history = await openHistory()
    await history.getByRole('button', { name: 'Retira el flux' }).click()
    await page.getByRole('radio', { name: 'Els demanem disculpes i s’acaba aquí' }).check()
    await page.getByRole('button', { name: 'Retira «Obres al carrer»' }).click()
    await page.getByText('Retirat: no respon ningú').first().waitFor()
    await soon(() => heard(inside).at(-1)).toContain('ja no es fa per aquí')
    expect(heard(await citizen('obres')).join()).not.toContain('Què vols fer?')
    await stage.shoot(page, 'publishing-withdrawn')

    await history.getByRole('button', { name: 'Més accions de la versió 3' }).click()
    await page.getByRole('menuitem', { name: 'Torna-la a publicar' }).click()
    await page.getByRole('button', { name: 'Torna a publicar la versió 3' }).click()
    await history.getByText('Ara respon').waitFor()
    expect(heard(await citizen('obres')).join()).toContain('Què vols fer?')
    expect(visit.errors).toEqual([])
  })
})
