import { expect, test } from 'vitest'
import { edgePath } from './edge-path.ts'

test('a way on is a curve, a way back goes around below', () => {
  const on = edgePath({ sourceX: 260, sourceY: 100, targetX: 400, targetY: 50 }, 500)
  expect(on).toMatchObject({ isBack: false, middleX: 330, middleY: 75 })
  expect(on.path).toMatch(/^M260,100 C.* 400,50$/)

  const back = edgePath({ sourceX: 660, sourceY: 100, targetX: 0, targetY: 50 }, 500)
  expect(back).toMatchObject({ isBack: true, middleX: 330, middleY: 500 })
  expect(back.path).toMatch(/^M660,100 H.* H0$/)
})

test('a step that leads to itself goes around', () => {
  expect(edgePath({ sourceX: 260, sourceY: 100, targetX: 0, targetY: 20 }, 180).isBack).toBe(true)
})
