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
    const told = page.locator('[role="status"].visually-hidden').first()
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
    await tabTo(page, texts('El que llegeix el veí en català'))
    await keyboard.type('La piscina obre de 10 a 20 h.')
    await backTo(line('2\\s*La piscina'))

    await arrowTo(page, line('Següent.*no porta enlloc'))
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Cerca un tipus de pas' }).waitFor()
    await keyboard.type('final')
    await keyboard.press('Enter')
    await tabTo(page, line('3\\s*Final'))

    await line('2\\s*La piscina').and(page.locator('[aria-describedby]')).waitFor()
    await enter(page, button(/1 error/))
    await enter(page, button('Copia-hi el text en català'))
    await soon(() => told.textContent()).toMatch(/Copia-hi el text/)
    await keyboard.press('Escape')
    await soon(() => page.getByRole('dialog').count()).toBe(0)
    await keyboard.press('Control+z')
    await soon(() => told.textContent()).toBe('S’ha desfet: arreglar un problema.')
    await button(/1 error/).waitFor()
    await keyboard.press('Control+Shift+z')
    await soon(() => button(/\d errors?/).count()).toBe(0)

    await tabTo(page, line('3\\s*Final'), 'Shift+Tab')
    await arrowTo(page, line('2\\s*La piscina'), 'ArrowUp')
    await openForm(line('2\\s*La piscina'))
    await tabTo(page, texts('El que llegeix el veí en castellà'))
    await keyboard.press('Control+a')
    await keyboard.type('La piscina abre de 10 a 20 h.')
    await backTo(line('2\\s*La piscina'))
    await stage.shoot(page, 'editor-outline')

    await enter(page, button('Simulador'))
    await tabTo(page, page.getByLabel('Missatge del veí'))
    await keyboard.type('piscina')
    await keyboard.press('Enter')
    await page.getByRole('log').getByText('La piscina obre').waitFor()
    await enter(page, button('Desa com a prova'))
    const keeping = page.getByRole('dialog', { name: 'Desa com a prova' })
    await keeping.getByLabel('Nom de la prova').waitFor()
    await tabTo(page, keeping.getByLabel('Nom de la prova'))
    await keyboard.press('Control+a')
    await keyboard.type('Diu l’horari')
    await enter(page, keeping.getByRole('button', { name: 'Desa', exact: true }))
    await button(/Proves del flux: 1 i va bé/).waitFor()
    await enter(page, button('Tanca el simulador'))

    await enter(page, button('Publica'))
    await page.getByRole('dialog').getByLabel('Què ha canviat').waitFor()
    await keyboard.type('Horari de la piscina')
    await enter(page, button('Publica la versió 1'))
    await page.getByText('La versió 1 ja respon.').waitFor()

    const marta = stage.double.person({ phone: '+34600555666', name: 'Marta' })
    await marta.sends('piscina')
    await marta.waitFor('La piscina obre de 10 a 20 h.')
    expect(errors).toEqual([])

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
