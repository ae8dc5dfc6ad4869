import { readCsv } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const HEAD = 'Telèfon;Data;Prova'

describe('subscribers', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['ciutadella'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('subscribe')
    for (const context of stage.browser.contexts()) await context.close()
  })

  test('a neighbour fills in the form on their phone and confirms it by a message; the officer sees them come', async () => {
    const { page, errors } = await stage.visit({ viewport: { width: 380, height: 760 } })
    await page.goto('/subscribe/ciutadella')
    await page.getByRole('button', { name: 'Continua' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Escriviu un número de telèfon sencer').waitFor()
    await page.getByRole('group').getByRole('checkbox').first().check()
    await page.getByLabel('El vostre número de mòbil').fill('600 123 123')
    await page.getByRole('checkbox', { name: /Vull que l’ajuntament/ }).check()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Falta un pas: confirmeu-ho' }).waitFor()
    const link = await page.getByRole('link', { name: 'Obre WhatsApp' }).getAttribute('href')
    const written = new URL(link ?? '').searchParams.get('text') ?? ''
    expect(link).toMatch(/^https:\/\/wa\.me\/34699792133\?/)
    await page.reload() // phones forget a page while another app is in front
    await page.getByText(written.split(': ')[1] ?? '').waitFor()

    const stranger = stage.double.person({ channel: 'demo-ciutadella', phone: '+34600999999', name: 'Pau' })
    await stranger.sends(written)
    await stranger.waitFor('Al formulari hi ha un altre número')
    const neighbour = stage.double.person({ channel: 'demo-ciutadella', phone: '+34600123123', name: 'Rosa' })
    await neighbour.sends(written)
    await neighbour.waitFor('Fet, confirmat: t’avisarem de')
    await page.getByRole('heading', { name: 'Fet: ja hi sou' }).waitFor()

    const officer = await stage.signIn('officer@ciutadella.example', '/t/ciutadella/statistics')
    const growth = officer.page.getByRole('region', { name: 'Altes per origen i baixes' })
    await growth.getByRole('button', { name: 'Mostra’n la taula' }).click()
    await growth.getByRole('columnheader', { name: 'Formulari web' }).waitFor()
    expect(await growth.getByRole('row').last().getByRole('cell').allTextContents()).toEqual(['1', '0'])
    await stage.shoot(officer.page, 'growth')
    expect([errors, officer.errors]).toEqual([[], []])
  })

  test('a file with faults takes nobody in and says why; a good one is taken in while one looks', async () => {
    const { page, errors } = await stage.signIn('admin@ciutadella.example', '/t/ciutadella/settings/topics')
    const card = page.getByRole('region', { name: 'Persones apuntades en paper' })
    const give = async (name: string, lines: string[]) => {
      const chooser = page.waitForEvent('filechooser')
      await card.getByRole('button', { name: 'Trieu un fitxer' }).click()
      const buffer = Buffer.from(lines.join('\r\n'), 'latin1') // as Excel saves it
      await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
    }
    const numbers = Array.from({ length: 1_500 }, (_, at) => `${611_000_000 + at};1/3/2026;Adhesió ${at}`)
    await give('dolent.csv', [HEAD, ...numbers, '12;1/3/2026;Full', '611000000;1/3/2026;Full'])
    await card.getByText('Hi ha 2 línies que no són bones').waitFor()
    await card.getByText('Línia 1503: +34611000000 ja surt més amunt').waitFor()
    await stage.shoot(page, 'import-faults')
    const download = page.waitForEvent('download')
    await card.getByRole('link', { name: 'Baixa l’informe' }).click()
    const stream = await (await download).createReadStream()
    const report = Buffer.concat(await stream.toArray()).toString()
    expect(readCsv(report).records.map(({ cells }) => cells[0])).toEqual(['Línia', '1502', '1503'])

    await give('bo.csv', [HEAD, ...numbers])
    await card.getByRole('button', { name: 'Apunta 1.500 persones' }).click()
    await card.getByText('S’hi han apuntat 1.500 persones').waitFor()
    await stage.shoot(page, 'import-done')
    expect(errors).toEqual([])
  })

  test('a notice says whom each part of a segment reaches, who never wrote, and what it takes to reach them', async () => {
    const { page, errors } = await stage.signIn('officer@ciutadella.example', '/t/ciutadella/broadcasts/new')
    const reaches = (words: string) => page.getByRole('status').getByText(words).waitFor()
    await reaches('Arriba a 1 persona')
    await page.getByText('1.500 números apuntats no han escrit mai').waitFor()
    const way = page.getByRole('link', { name: 'Doneu-los l’enllaç o el codi QR' })
    expect(await way.getAttribute('href')).toBe('/t/ciutadella/settings/posters')
    await stage.shoot(page, 'segment')
    await page.getByText('Només una part').click()
    const nobody = 'Ara no arriba a ningú'
    for (const label of ['Dels barris', 'Amb l’etiqueta']) {
      const field = page.getByLabel(label).first()
      await field.fill('Dalt sa Quintana')
      await field.press('Enter')
      await reaches(nobody)
      await field.press('Backspace')
      await reaches('Arriba a 1 persona')
    }
    await page.getByLabel('Dada que s’ha desat').fill('edat')
    await page.getByLabel('És igual a').fill('30')
    await reaches(nobody)
    await page.getByLabel('És igual a').fill('')
    await reaches('Arriba a 1 persona')
    expect(errors).toEqual([])
  })
})
