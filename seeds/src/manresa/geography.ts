import type { District, Geography, MapPoint, Street } from '@pregoner/shared'

const district = (id: string, name: string, corners: readonly MapPoint[]): District => {
  const [first] = corners
  return { id, name, outline: [[first ? [...corners, first] : []]] }
}
const street = (name: string, longitude: number, latitude: number): Street => ({ name, at: [longitude, latitude] })

/** Rough outlines and places, good enough to show on which side of the town something is. */
export const geography: Geography = {
  districts: [
    district('barri_antic', 'Barri Antic', [
      [1.8235, 41.7228],
      [1.8262, 41.7219],
      [1.8302, 41.7227],
      [1.8306, 41.7252],
      [1.8287, 41.7272],
      [1.8243, 41.7268],
    ]),
    district('passeig', 'Passeig i Rodalies', [
      [1.8243, 41.7268],
      [1.8287, 41.7272],
      [1.8306, 41.7252],
      [1.8322, 41.729],
      [1.8301, 41.733],
      [1.8222, 41.7332],
      [1.8205, 41.729],
    ]),
    district('escodines', 'Les Escodines', [
      [1.8235, 41.7228],
      [1.8262, 41.7219],
      [1.8302, 41.7227],
      [1.8348, 41.7202],
      [1.833, 41.7168],
      [1.8255, 41.7175],
    ]),
    district('vic_remei', 'Vic-Remei', [
      [1.8302, 41.7227],
      [1.8348, 41.7202],
      [1.8398, 41.7231],
      [1.839, 41.7262],
      [1.8306, 41.7252],
    ]),
    district('valldaura', 'Valldaura', [
      [1.8306, 41.7252],
      [1.839, 41.7262],
      [1.84, 41.7318],
      [1.8322, 41.729],
    ]),
    district('sagrada_familia', 'Sagrada Família', [
      [1.8322, 41.729],
      [1.84, 41.7318],
      [1.8415, 41.7385],
      [1.831, 41.7392],
      [1.8301, 41.733],
    ]),
    district('font_dels_capellans', 'Font dels Capellans', [
      [1.8398, 41.7231],
      [1.8465, 41.724],
      [1.8472, 41.7312],
      [1.84, 41.7318],
      [1.839, 41.7262],
    ]),
    district('mion', 'Mion, Puigberenguer i Miralpeix', [
      [1.8222, 41.7332],
      [1.8301, 41.733],
      [1.831, 41.7392],
      [1.8195, 41.7402],
      [1.816, 41.735],
    ]),
    district('poble_nou', 'Poble Nou', [
      [1.8205, 41.729],
      [1.8222, 41.7332],
      [1.816, 41.735],
      [1.8148, 41.7292],
    ]),
    district('cal_gravat', 'Cal Gravat', [
      [1.8235, 41.7228],
      [1.8243, 41.7268],
      [1.8205, 41.729],
      [1.8148, 41.7292],
      [1.8152, 41.7222],
    ]),
    district('balconada', 'La Balconada', [
      [1.8148, 41.7292],
      [1.816, 41.735],
      [1.8078, 41.7356],
      [1.8072, 41.7298],
    ]),
    district('xup', 'Xup', [
      [1.8152, 41.7222],
      [1.8148, 41.7292],
      [1.8072, 41.7298],
      [1.806, 41.7228],
    ]),
  ],
  streets: [
    street('Carrer de Guimerà', 1.8268, 41.7278),
    street('Passeig de Pere III', 1.8255, 41.7298),
    street('Plaça Major', 1.8277, 41.7238),
    street('Carrer del Born', 1.8268, 41.7252),
    street('Carrer de Sobrerroca', 1.8284, 41.7251),
    street('Carrer d’Urgell', 1.8283, 41.7258),
    street('Plaça de la Reforma', 1.8262, 41.7225),
    street('Carrer de les Escodines', 1.829, 41.7207),
    street('Carretera de Vic', 1.8352, 41.7238),
    street('Carrer de Bruc', 1.83, 41.7297),
    street('Avinguda de les Bases de Manresa', 1.8345, 41.7302),
    street('Carrer de Viladordis', 1.8432, 41.728),
    street('Carretera de Santpedor', 1.8268, 41.7358),
    street('Carrer de Cardona', 1.8212, 41.7302),
    street('Carretera de Cardona', 1.818, 41.732),
    street('Carrer de Sant Ignasi', 1.8252, 41.7245),
    street('Avinguda dels Dolors', 1.8332, 41.7345),
    street('Carrer de Sallent', 1.8225, 41.7252),
    street('Via de Sant Ignasi', 1.8245, 41.7238),
    street('Plaça d’Espanya', 1.8218, 41.7318),
  ],
}
