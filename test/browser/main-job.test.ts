import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, smallFiles } from '../whatsapp-double/index.ts'
import { handsOf } from './hands.ts'
import { inOneStory } from './one-story.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const FLOWS = '/t/manresa/flows'
const INCIDENTS = '/t/manresa/incidents'
const POLE = 'El fanal de davant del número 12 no fa llum des de dilluns.'

describe('the main job', () => {
  let stage: Stage
  let officer: Page
  let agent: Page
  let lucia: Person
  let errors: string[]
  let hands: ReturnType<typeof handsOf>

  beforeAll(async () => {
    stage = await openStage(['manresa'])
    const visit = await stage.signIn('officer@manresa.example', FLOWS)
    officer = visit.page
    errors = visit.errors
    hands = handsOf(officer)
  })
  afterAll(() => stage?.close())
  inOneStory(() => stage.shootAll('main-job'))

  test('an officer creates a flow in two languages', async () => {
    await officer.getByRole('button', { name: 'Crea un flux' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByRole('button', { name: 'En blanc' }).click()
    await dialog.getByLabel('Nom del flux').fill('Fanals i arbres')
    expect(await dialog.getByLabel('català').isChecked()).toBe(true)
    expect(await dialog.getByLabel('castellà').isChecked()).toBe(true)
    await dialog.getByRole('button', { name: 'Crea un flux' }).click()
    await officer.getByRole('heading', { name: 'Un dibuix en blanc' }).waitFor()
    await stage.shoot(officer, 'main-job-1-empty')
  })

  test('she begins with a word that people write', async () => {
    await officer.getByRole('button', { name: 'Afegeix l’inici' }).click()
    await hands.inspector.getByRole('button', { name: 'Afegeix una manera de començar' }).click()
    await officer.getByRole('menuitem', { name: 'Una paraula' }).click()
    await hands.writeWord('Paraules en català', 'fanals')
    await hands.writeWord('Paraules en castellà', 'farolas')
    await hands.step('Inici: ').getByText('fanals').waitFor()
  })

  test('she offers a menu, forgetting one text in Spanish', async () => {
    await hands.addBehind(hands.step('Inici: '), 'Següent', 'Menú')
    await hands.write('El que llegeix el veí', { ca: 'Què ha passat?', es: '¿Qué ha pasado?' })
    await hands.writeWord('Nova opció', 'Un fanal no fa llum')
    await hands.writeWord('Nova opció', 'Un arbre ha caigut')
    const spanish = hands.inspector.getByLabel('Etiqueta en castellà')
    await spanish.nth(1).fill('Ha caído un árbol')
    await hands.step('Menú: Què ha passat').getByText('Un arbre ha caigut').waitFor()
  })

  test('she asks what, a photo and where, from the palette and by the exits', async () => {
    const menu = hands.step('Menú: ')
    await hands.addBehind(menu, 'Un fanal no fa llum', 'Pregunta')
    await hands.write('El que llegeix el veí', {
      ca: 'Expliqueu-ho amb les vostres paraules.',
      es: 'Explíquelo con sus palabras.',
    })
    await hands.field('Desa la resposta com a').fill('que')

    await hands.connect(menu, 'Un arbre ha caigut', 'Expliqueu-ho')

    await hands.step('Pregunta: Expliqueu').click()
    await hands.addFromPalette('Pregunta')
    await hands.write('El que llegeix el veí', { ca: 'Envieu-nos una foto.', es: 'Envíenos una foto.' })
    await hands.choose('Què se li demana', 'Una foto')
    await hands.field('Desa la resposta com a').fill('foto')

    await hands.addFromPalette('Pregunta')
    await hands.write('El que llegeix el veí', { ca: 'On és?', es: '¿Dónde está?' })
    await hands.choose('Què se li demana', 'La ubicació')
    await hands.field('Desa la resposta com a').fill('lloc')

    await stage.shoot(officer, 'main-job-2-questions')
  })

  test('she hands it to the department of street lights and says goodbye', async () => {
    await hands.addBehind(hands.step('Pregunta: On és'), 'Resposta', 'Envia a un departament')
    await hands.choose('Departament', 'Enllumenat públic')
    await hands.choose('Categoria', 'Enllumenat públic')
    await hands.write('Resum en una línia', { ca: 'Fanal apagat', es: 'Farola apagada' })
    await hands.choose('Què ha passat', 'que')
    await hands.choose('Fotos', 'foto')
    await hands.choose('On', 'lloc')

    await hands.addFromPalette('Final')
    await hands.write('Comiat', {
      ca: 'Gràcies. La vostra referència és {{reference}}.',
      es: 'Gracias. Su referencia es {{reference}}.',
    })
    await hands.saved()
    await stage.shoot(officer, 'main-job-3-drawn')
  })

  test('she sees what is missing, goes to each of it and mends it', async () => {
    const problems = officer.getByRole('button', { name: /errors?/ })
    await problems.filter({ hasText: '5 errors' }).click()
    await officer.getByRole('dialog').getByText('Falta el text en castellà').waitFor()
    await stage.shoot(officer, 'main-job-4-problems')
    await officer.keyboard.press('Escape')

    await hands.goToProblem(/Falta el text en castellà a «Etiqueta de l’opció 1»/)
    const missing = hands.inspector.getByLabel('Etiqueta en castellà').first()
    await soon(() => missing.evaluate(input => input === document.activeElement)).toBe(true)
    await officer.keyboard.type('Una farola no luce')
    await problems.filter({ hasText: '4 errors' }).waitFor()

    await hands.goToProblem(/La sortida «Qualsevol altra cosa» de Menú/)
    await hands.addBehind(hands.step('Menú: '), 'Qualsevol altra cosa', 'Final')
    await hands.write('Comiat', {
      ca: 'No us hem entès. Escriviu «fanals».',
      es: 'No le hemos entendido. Escriba «farolas».',
    })
    for (const question of ['Expliqueu', 'Envieu', 'On és']) {
      await hands.goToProblem(new RegExp(`La sortida «No vàlida» de Pregunta «${question}`))
      await hands.connect(hands.step(`Pregunta: ${question}`), 'No vàlida', 'No us hem entès')
    }
    await officer.getByText('Sense problemes').waitFor()
    await officer.getByRole('button', { name: 'Tanca', exact: true }).click()
    await officer.getByRole('button', { name: 'Endreça el dibuix' }).click()
    await stage.shoot(officer, 'main-job-5-mended')
  })

  test('she tries it in the simulator, and the path lights up on the drawing', async () => {
    await officer.getByRole('button', { name: 'Simulador', exact: true }).click()
    const phone = officer.getByRole('region', { name: 'Simulador' })
    const log = phone.getByRole('log')
    await hands.choose('Idioma del contacte', 'Castellano', phone)
    await phone.getByRole('button', { name: 'farolas' }).click()
    await log.getByText('¿Qué ha pasado?').waitFor()
    await phone.getByRole('button', { name: 'Torna a començar' }).click()
    await hands.choose('Idioma del contacte', 'Català', phone)
    await phone.getByRole('button', { name: 'fanals' }).click()
    await phone.getByRole('button', { name: 'Un fanal no fa llum' }).click()
    await log.getByText('Expliqueu-ho amb les vostres paraules.').waitFor()
    await phone.getByLabel('Missatge del veí').fill(POLE)
    await officer.keyboard.press('Enter')
    await log.getByText('Envieu-nos una foto.').waitFor()
    await phone.getByRole('button', { name: 'Adjunta' }).click()
    const chooser = officer.waitForEvent('filechooser')
    await officer.getByRole('menuitem', { name: 'Foto o fitxer' }).click()
    await (await chooser).setFiles({ name: 'fanal.jpg', mimeType: 'image/jpeg', buffer: smallFiles.photo })
    await phone.getByRole('button', { name: 'Envia', exact: true }).click()
    await phone.getByRole('button', { name: 'Envia la ubicació' }).click()
    const place = officer.getByRole('dialog')
    await place.getByLabel('Adreça').fill('Carrer del Bruc, 12')
    await place.getByRole('button', { name: 'Envia la ubicació' }).click()
    await phone.getByText('Incidència per a Enllumenat públic: Fanal apagat').waitFor()
    await phone.getByText('La conversa s’ha acabat').waitFor()

    const lit = (begin: string) => hands.step(begin).locator('[data-lit]').count()
    expect(await lit('Envia a un departament')).toBe(1)
    expect(await lit('Final: Gràcies')).toBe(1)
    expect(await lit('Final: No us hem')).toBe(0)
    expect(await officer.locator('.react-flow__edge [data-lit]').count()).toBe(6)
    await stage.shoot(officer, 'main-job-6-simulator')
    await phone.getByRole('button', { name: 'Tanca el simulador' }).click()
  })

  test('she publishes it with a note', async () => {
    await officer.getByRole('button', { name: 'Publica', exact: true }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByText('Sense problemes').waitFor()
    await dialog.getByLabel('Què ha canviat').fill('Primera versió: fanals i arbres')
    await stage.shoot(officer, 'main-job-7-publish')
    await dialog.getByRole('button', { name: 'Publica la versió 1' }).click()
    await officer.getByText('La versió 1 ja respon.').waitFor()
    await officer.getByText('Com la v1, publicada').waitFor()
    await officer.getByRole('button', { name: 'Xifres al dibuix: Avui' }).waitFor()
    await soon(() => countAt('Un fanal no fa llum')).toBe('0')
  })

  test('an incident reported over WhatsApp appears at the department without reload', async () => {
    agent = (await stage.signIn('enllumenat@manresa.example', INCIDENTS)).page
    await agent.getByText('Encara no hi ha cap incidència').waitFor()
    await agent.evaluate(() => document.body.setAttribute('data-since', 'before'))

    lucia = stage.double.person({ phone: '+34600111222', name: 'Lucía Pons' })
    await lucia.sends('Fanals')
    await lucia.waitFor('Què ha passat?')
    await lucia.taps('Un fanal no fa llum')
    await lucia.waitFor('Expliqueu-ho')
    await lucia.sends(POLE)
    await lucia.waitFor('Envieu-nos una foto.')
    await lucia.sendsImage(smallFiles.photo, 'image/jpeg', 'Totalment a les fosques')
    await lucia.waitFor('On és?')
    await lucia.sendsLocation({
      latitude: 41.7286,
      longitude: 1.8254,
      name: 'Plana de l’Om',
      address: 'Plana de l’Om, 12',
    })
    await lucia.waitFor(/La vostra referència és MAN-\w{7}\./)

    await agent.getByRole('link', { name: 'Fanal apagat' }).waitFor()
    expect(await agent.locator('body').getAttribute('data-since')).toBe('before')
    await stage.shoot(agent, 'main-job-8-feed')
  })

  test('the agent reads the words, the photo and the place', async () => {
    await agent.getByRole('link', { name: 'Fanal apagat' }).click()
    const detail = agent.getByRole('article')
    await detail.getByText(POLE).waitFor()
    await detail.getByText('Lucía Pons').first().waitFor()
    await detail.getByText('Plana de l’Om, 12').first().waitFor()
    const photo = detail.getByRole('button', { name: /Totalment a les fosques/ }).locator('img')
    await soon(() =>
      photo.evaluate(image => image instanceof HTMLImageElement && image.complete && image.naturalWidth),
    ).toBeGreaterThan(0)
    await stage.shoot(agent, 'main-job-9-detail')
  })

  test('she answers, and the citizen receives it', async () => {
    await agent.getByLabel('Resposta a la persona').fill('Hi anirem demà al matí. Gràcies per avisar!')
    await agent.getByRole('button', { name: 'Envia la resposta' }).click()
    await lucia.waitFor('Hi anirem demà al matí. Gràcies per avisar!')
    const story = agent.getByRole('article').getByRole('listitem')
    await story
      .filter({ hasText: 'Hi anirem demà' })
      .getByText(/Entregada|Llegida/)
      .waitFor()
    await agent.getByRole('article').getByText('Resolta').first().waitFor()
    await stage.shoot(agent, 'main-job-10-answered')
  })

  test('on the drawing the counts have moved, and who is inside now is seen', async () => {
    await soon(() => countAt('Un fanal no fa llum')).toBe('1')
    const joan = stage.double.person({ phone: '+34600333444', name: 'Joan Vila' })
    await joan.sends('fanals')
    await joan.waitFor('Què ha passat?')
    await hands.step('Menú: ').getByTitle('1 persona és ara aquí').waitFor()
    expect(await countAt('Un arbre ha caigut')).toBe('0')
    await officer.getByRole('button', { name: 'Mostra-ho tot' }).click()
    await stage.shoot(officer, 'main-job-11-counts')
    expect(errors).toEqual([])
  })

  const countAt = (exit: string) =>
    hands.step('Menú: ').getByRole('listitem').filter({ hasText: exit }).locator('span').nth(1).textContent()
})
