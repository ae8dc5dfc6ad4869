import { readCsv, type Street, street } from '@pregoner/shared'

const headings = {
  name: ['name', 'nom', 'nombre', 'nome', 'carrer', 'calle', 'via', 'street'],
  latitude: ['latitude', 'latitud', 'latitudine', 'lat', 'y'],
  longitude: ['longitude', 'longitud', 'longitudine', 'lon', 'lng', 'long', 'x'],
}

export type StreetFault = { code: 'no_columns' } | { code: 'bad_row'; line: number }

const numberIn = (cell: string | undefined) => (cell ? Number(cell.replace(',', '.')) : Number.NaN)

/** Reads streets from a table with a name, a latitude and a longitude; every good row, and the lines of the others. */
export function readStreets(text: string): { streets: Street[]; faults: StreetFault[] } {
  const [head, ...rows] = readCsv(text).records
  const columns = head?.cells.map(cell => cell.toLowerCase()) ?? []
  const columnOf = (names: string[]) => columns.findIndex(column => names.includes(column))
  const [name, latitude, longitude] = [headings.name, headings.latitude, headings.longitude].map(columnOf)
  if (name === undefined || latitude === undefined || longitude === undefined) throw new Error('three columns')
  if (Math.min(name, latitude, longitude) < 0) return { streets: [], faults: [{ code: 'no_columns' }] }
  const streets: Street[] = []
  const faults: StreetFault[] = []
  for (const { line, cells } of rows) {
    const read = street.safeParse({ name: cells[name], at: [numberIn(cells[longitude]), numberIn(cells[latitude])] })
    if (read.success) streets.push(read.data)
    else faults.push({ code: 'bad_row', line })
  }
  return { streets, faults }
}
