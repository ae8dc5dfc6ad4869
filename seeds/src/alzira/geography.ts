import type { Geography } from '@pregoner/shared'
import { district, street } from '../places.ts'

/** Rough outlines and places, good enough to show on which side of the town something is. */
export const geography: Geography = {
  districts: [
    district('la_vila', 'La Vila', [
      [-0.4405, 39.1485],
      [-0.4352, 39.1478],
      [-0.433, 39.1496],
      [-0.4341, 39.1519],
      [-0.4388, 39.1517],
    ]),
    district('centre', 'Centre', [
      [-0.4388, 39.1517],
      [-0.4341, 39.1519],
      [-0.433, 39.1496],
      [-0.4288, 39.1508],
      [-0.4292, 39.1548],
      [-0.4375, 39.1552],
    ]),
    district('caputxins', 'Caputxins', [
      [-0.4375, 39.1552],
      [-0.4292, 39.1548],
      [-0.4285, 39.1595],
      [-0.4362, 39.1602],
    ]),
    district('venecia', 'Venècia', [
      [-0.4445, 39.1526],
      [-0.4405, 39.1485],
      [-0.4388, 39.1517],
      [-0.4375, 39.1552],
      [-0.4362, 39.1602],
      [-0.4432, 39.1588],
    ]),
    district('tulell', 'Tulell', [
      [-0.4288, 39.1508],
      [-0.4218, 39.1502],
      [-0.4208, 39.1556],
      [-0.4285, 39.1595],
      [-0.4292, 39.1548],
    ]),
    district('alquerieta', 'L’Alquerieta', [
      [-0.4352, 39.1478],
      [-0.4298, 39.1452],
      [-0.4232, 39.1462],
      [-0.4218, 39.1502],
      [-0.4288, 39.1508],
      [-0.433, 39.1496],
    ]),
    district('barraca', 'La Barraca d’Aigües Vives', [
      [-0.334, 39.106],
      [-0.324, 39.105],
      [-0.323, 39.112],
      [-0.333, 39.113],
    ]),
  ],
  streets: [
    street('Plaça Major', -0.4353, 39.1512),
    street('Carrer Major Santa Caterina', -0.4362, 39.1508),
    street('Plaça de la Constitució', -0.4372, 39.1503),
    street('Avinguda dels Sants Patrons', -0.4335, 39.1521),
    street('Plaça del Regne', -0.4322, 39.153),
    street('Carrer Doctor Ferran', -0.4318, 39.1538),
    street('Avinguda Luis Suñer', -0.4341, 39.156),
    street('Carrer Pérez Galdós', -0.4362, 39.1535),
    street('Carrer Hort dels Frares', -0.4302, 39.1542),
    street('Avinguda del Parc', -0.4308, 39.1516),
    street('Carrer de Colom', -0.4326, 39.1546),
    street('Carrer de Tulell', -0.425, 39.1528),
    street('Carretera de Tavernes', -0.4282, 39.1482),
    street('Avinguda de la Hispanitat', -0.4268, 39.1566),
    street('Ronda d’Algemesí', -0.4398, 39.1575),
  ],
}
