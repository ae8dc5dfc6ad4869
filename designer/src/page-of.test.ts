import { expect, test } from 'vitest'
import { drawnFlow, pageOf } from './page-of.ts'

test.each([
  ['/t/alzira/flows/menu', { town: 'alzira', section: 'flows', id: 'menu', isBelow: false }, 'menu'],
  ['/t/alzira/flows', { town: 'alzira', section: 'flows', id: '', isBelow: false }, null],
  ['/t/alzira/flows/menu/script', { town: 'alzira', section: 'flows', id: 'menu', isBelow: true }, null],
  ['/t/alzira/incidents/i1', { town: 'alzira', section: 'incidents', id: 'i1', isBelow: false }, null],
  ['/t/alzira', { town: 'alzira', section: '', id: '', isBelow: false }, null],
])('%s is a page of a town', (pathname, page, flow) => {
  expect(pageOf(pathname)).toEqual(page)
  expect(page && drawnFlow(page)).toBe(flow)
})

test.each(['/', '/signin', '/chat/alzira', '/t/'])('%s is not', pathname => {
  expect(pageOf(pathname)).toBeNull()
})
