import type { BookableService } from '@pregoner/shared'

const rules = { calendarId: 'atencio', noticeHours: 2, daysAhead: 21, remindsAt: '18:00' }
const question = { ca: 'Per a què és la cita?', es: '¿Para qué es la cita?' }

/** What people make appointments for at the offices of the town. */
export const bookableServices: BookableService[] = [
  {
    ...{ ...rules, id: 'oac', departmentId: 'oac', slotMinutes: 30, capacity: 1, mostPerPerson: 2, question },
    name: { ca: 'Atenció Ciutadana', es: 'Atención Ciudadana' },
    place: { ca: 'Plaça Major, 1', es: 'Plaça Major, 1' },
  },
  {
    ...{ ...rules, id: 'socials', departmentId: 'socials', slotMinutes: 45, capacity: 3, mostPerPerson: 1, question },
    name: { ca: 'Serveis Socials', es: 'Servicios Sociales' },
    place: { ca: 'El teu centre de serveis socials', es: 'Tu centro de servicios sociales' },
  },
  {
    ...{ ...rules, id: 'cio', departmentId: 'cio', slotMinutes: 60, capacity: 2, mostPerPerson: 1, question },
    name: { ca: 'CIO', es: 'CIO' },
    place: { ca: 'Carrer de Jacint Verdaguer, 42', es: 'Calle de Jacint Verdaguer, 42' },
  },
]
