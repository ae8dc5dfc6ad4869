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

test('where a drawing is read downwards, what lies below is entered from above, and nothing else', () => {
  const ends = { sourceX: 260, sourceY: 100, targetX: 0, targetY: 260 }
  const below = edgePath(ends, 500, { x: 130, y: 240, sourceBottom: 180 })
  expect(below.isBack).toBe(false)
  expect(below.path).toMatch(/^M260,100 Q.* V180 C.* 130,240$/)
  const right = edgePath({ ...ends, targetX: 600 }, 500, { x: 730, y: 240, sourceBottom: 400 })
  expect(right.path).toMatch(/^M260,100 C.* 730,240$/)
  const back = edgePath({ ...ends, sourceY: 400, targetY: 60 }, 500, { x: 130, y: 40, sourceBottom: 480 })
  expect(back.isBack).toBe(true)
})
