import { defineWords } from '../i18n/index.ts'

/** Words about where in the town something is. */
export const geographyWords = defineWords('desk-geography', {
  ca: { district: 'Barri', heat: 'Mostra on passa més', about: 'Lloc aproximat, pel nom del carrer' },
  es: { district: 'Barrio', heat: 'Muestra dónde pasa más', about: 'Lugar aproximado, por el nombre de la calle' },
  it: { district: 'Quartiere', heat: 'Mostra dove succede di più', about: 'Luogo approssimativo, dal nome della via' },
  en: { district: 'Neighbourhood', heat: 'Show where most happens', about: 'Roughly here, by the street’s name' },
})
