import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { arrowTo, enter, tabTo } from './keyboard.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`

describe('without a mouse', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('by-keyboard')
  })

  test('a flow is drawn and published by the keyboard alone', async () => {
    const { page, errors } = await stage.signIn(OFFICER, `/t/${TOWN}/flows`)
    const { keyboard } = page
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
    const line = (begin: string) => page.getByRole('treeitem', { name: new RegExp(`^${begin}`) })
    const inspector = page.getByRole('complementary', { name: 'Pas triat' })
    const texts = (label: string) => inspector.getByLabel(label, { exact: true })

    await enter(page, button('Crea un flux'))
    await enter(page, button(/^En blanc/))
    await page.getByRole('dialog').getByLabel('Nom del flux').waitFor()
    await keyboard.type('Piscina municipal')
    await keyboard.press('Enter')
    await page.getByText('Un dibuix en blanc').waitFor()

    await tabTo(page, page.getByRole('radio', { name: 'Dibuix' }))
    await keyboard.press('ArrowRight')
    await enter(page, button('Afegeix un pas…'))
    await enter(page, button('Inici'))
    await openForm(line('1\\s*Inici'))

    await enter(page, button('Afegeix una manera de començar'))
    await arrowTo(page, page.getByRole('menuitem', { name: 'Una paraula' }))
    await keyboard.press('Enter')
    for (const [label, word] of [
      ['Paraules en català', 'piscina'],
      ['Paraules en castellà', 'piscina'],
    ] as const) {
      await tabTo(page, texts(label).first())
      await keyboard.type(word)
      await keyboard.press('Enter')
    }
    await backTo(line('1\\s*Inici'))

    await arrowTo(page, line('Següent.*no porta enlloc'))
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Cerca un tipus de pas' }).waitFor()
    await keyboard.type('missatge')
    await keyboard.press('Enter')
    await openForm(line('2\\s*Missatge'))
    await write('El que llegeix el veí', 'La piscina obre de 10 a 20 h.', 'La piscina abre de 10 a 20 h.')
    await backTo(line('2\\s*La piscina'))

    await arrowTo(page, line('Següent.*no porta enlloc'))
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Cerca un tipus de pas' }).waitFor()
    await keyboard.type('final')
    await keyboard.press('Enter')
    await tabTo(page, line('3\\s*Final'))
    await stage.shoot(page, 'editor-outline')

    await enter(page, button('Publica'))
    await page.getByRole('dialog').getByLabel('Què ha canviat').waitFor()
    await keyboard.type('Horari de la piscina')
    await enter(page, button('Publica la versió 1'))
    await page.getByText('La versió 1 ja respon.').waitFor()

    const marta = stage.double.person({ phone: '+34600555666', name: 'Marta' })
    await marta.sends('piscina')
    await marta.waitFor('La piscina obre de 10 a 20 h.')
    expect(errors).toEqual([])

    async function write(label: string, ca: string, es: string) {
      await tabTo(page, texts(`${label} en català`))
      await keyboard.type(ca)
      await tabTo(page, texts(`${label} en castellà`))
      await keyboard.type(es)
    }
    /** Opens the form of a line, which takes the focus. */
    async function openForm(target: ReturnType<typeof line>) {
      await enter(page, target)
      await soon(() => inspector.evaluate(form => form.contains(document.activeElement))).toBe(true)
    }
    /** Closes the form, which gives the focus back to the line it is about. */
    async function backTo(target: ReturnType<typeof line>) {
      await tabTo(page, button('Tanca'), 'Shift+Tab')
      await keyboard.press('Enter')
      await soon(() => target.evaluate(element => element === document.activeElement)).toBe(true)
    }
  })
})
