import type { District, MapPoint, Street } from '@pregoner/shared'

/** A part of the town inside these corners, each longitude and latitude. */
export const district = (id: string, name: string, corners: readonly MapPoint[]): District => {
  const [first] = corners
  return { id, name, outline: [[first ? [...corners, first] : []]] }
}

/** A street and a point in the middle of it. */
export const street = (name: string, longitude: number, latitude: number): Street => ({
  name,
  at: [longitude, latitude],
})
