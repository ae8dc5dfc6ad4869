import type { DemoTown } from '../demo-town.ts'

/** The week's activities every Monday, and those of the weekend on Friday. */
export const bulletins: DemoTown['bulletins'] = [
  {
    ...{ id: 'resum', name: 'Resum setmanal', topicId: 'resum', isOn: true, weekdays: [1], time: '09:00' },
    intro: {
      ca: '*Esta setmana a {{town.name}}*',
      es: '*Esta semana en {{town.name}}*',
    },
    sections: [
      {
        ...{ tableId: 'cultura', when: 'this_week', maxRows: 12 },
        heading: { ca: '*Programació cultural*', es: '*Programación cultural*' },
        rowText: {
          ca: '• {{row.from|date:"weekday"}}, {{row.hora}}: {{row.titol}} ({{row.lloc}})',
          es: '• {{row.from|date:"weekday"}}, {{row.hora}}: {{row.titol}} ({{row.lloc}})',
        },
      },
      {
        ...{ tableId: 'treball', when: 'upcoming', maxRows: 5 },
        heading: { ca: '*Ofertes de treball d’Idea*', es: '*Ofertas de trabajo de Idea*' },
        rowText: {
          ca: '• {{row.lloc}}, ref. {{row.codi}}, fins al {{row.to|date:"weekday"}}',
          es: '• {{row.lloc}}, ref. {{row.codi}}, hasta el {{row.to|date:"weekday"}}',
        },
      },
    ],
    outro: {
      ca: 'Escriu *hola* per al menú, o *baixa* per a deixar de rebre els avisos.',
      es: 'Escribe *hola* para el menú, o *baja* para dejar de recibir los avisos.',
    },
  },
  {
    ...{ id: 'cap-de-setmana', name: 'Cap de setmana', topicId: 'resum', isOn: true, weekdays: [5], time: '11:00' },
    intro: { ca: '*Este cap de setmana*', es: '*Este fin de semana*' },
    sections: [
      {
        ...{ tableId: 'cultura', when: 'this_week', heading: {}, maxRows: 12 },
        rowText: {
          ca: '• {{row.from|date:"weekday"}}, {{row.hora}}: {{row.titol}} ({{row.lloc}})',
          es: '• {{row.from|date:"weekday"}}, {{row.hora}}: {{row.titol}} ({{row.lloc}})',
        },
      },
    ],
    outro: {},
  },
]
