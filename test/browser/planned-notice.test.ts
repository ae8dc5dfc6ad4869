import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const OFFICER = 'officer@alzira.example'
const ADMIN = 'admin@alzira.example'

describe('a notice that two people answer for', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['alzira'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('planned-notice')
    for (const context of stage.browser.contexts()) await context.close()
  })

  test('is written by one, approved by the other, planned for every week, and taken back', async () => {
    const { page: admin, errors: adminErrors } = await stage.signIn(ADMIN, '/t/alzira/settings/notices')
    await admin.getByRole('radio', { name: 'Cada avís l’aprova una altra persona', exact: true }).check()
    await admin.getByRole('button', { name: 'Desa-ho' }).click()
    await admin.getByText('Desat.').waitFor()

    const { page: officer, errors } = await stage.signIn(OFFICER, '/t/alzira/broadcasts/new')
    await officer.getByLabel('Nom', { exact: true }).fill('Farmàcies de guàrdia')
    await officer
      .getByRole('group', { name: 'Text' })
      .getByRole('textbox')
      .first()
      .fill('Farmàcia Sanchis, tel. 96 241')
    expect(await officer.getByRole('button', { name: 'Envia-ho…' }).count()).toBe(0)
    await officer.getByRole('button', { name: 'Demana l’aprovació' }).click()
    await officer.getByText('espereu que l’aprovi un company').waitFor()
    expect(await officer.getByRole('button', { name: 'Aprova’l' }).count()).toBe(0)

    await admin.goto('/t/alzira/broadcasts')
    await admin.getByText('Per aprovar').waitFor()
    await admin.getByRole('link', { name: /Farmàcies de guàrdia/ }).click()
    await admin.getByRole('button', { name: 'Aprova’l' }).click()
    await admin.getByText('Aprovat. Ja pot sortir.').waitFor()

    // Without reloading, the author hears of it.
    await officer.getByRole('button', { name: 'Envia-ho…' }).click()
    const sending = officer.getByRole('dialog', { name: 'Enviar «Farmàcies de guàrdia»?' })
    await sending.getByText('Es repeteix', { exact: true }).click()
    await sending.getByLabel('Primer dia').fill('2031-01-06')
    await sending.getByLabel('Hora').fill('09:00')
    await sending.getByText('Dilluns, 13 de gener del 2031, a les 09:00').waitFor()
    await stage.shoot(officer, 'notice-planning')
    await sending.getByRole('button', { name: 'Programa-ho' }).click()
    await officer.getByText('Surt dilluns, 6 de gener').waitFor()
    expect(await stage.runtime.stores.broadcasts.list('alzira')).toMatchObject([
      { state: 'scheduled', nextAt: '2031-01-06T08:00:00.000Z', approval: { state: 'given' } },
    ])

    await officer.getByRole('button', { name: 'Atura la repetició' }).click()
    await officer.getByLabel('Nom', { exact: true }).fill('Farmàcies')
    await officer.getByRole('button', { name: 'Desa l’esborrany' }).click()
    await officer.getByRole('button', { name: 'Demana l’aprovació' }).waitFor() // what was changed is approved anew
    expect([errors, adminErrors]).toEqual([[], []])
  })
})
