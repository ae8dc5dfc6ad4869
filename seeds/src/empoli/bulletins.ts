import type { DemoTown } from '../demo-town.ts'

/** Every week the duty pharmacy with the hours of the service; before the weekend what is on. */
export const bulletins: DemoTown['bulletins'] = [
  {
    ...{ id: 'farmacie', name: 'Farmacie di turno', topicId: 'farmacie', isOn: true, weekdays: [1], time: '09:00' },
    intro: { it: '*Farmacia di turno della settimana*' },
    sections: [
      {
        ...{ tableId: 'farmacie', when: 'now', heading: {}, maxRows: 5 },
        rowText: {
          it: '{{row.nome}}\n{{row.indirizzo}}, tel. {{row.telefono}}\nfino a {{row.to|date:"weekday"}}, ore {{row.to|time}}',
        },
      },
    ],
    outro: {
      it: '*Quando rispondiamo*\n{{week_hours}}\n\nPer non ricevere più messaggi scrivi *DISATTIVA ISCRIZIONE*.',
    },
  },
  {
    ...{ id: 'settimana', name: 'Questa settimana a Empoli', topicId: 'notizie', isOn: true },
    ...{ weekdays: [4], time: '15:30' },
    intro: { it: '*Fino a domenica a {{town.name}}*' },
    sections: [
      {
        ...{ tableId: 'eventi', when: 'this_week', heading: { it: '*Eventi*' }, maxRows: 10 },
        rowText: { it: '• {{row.from|date:"weekday"}}, ore {{row.ora}}: {{row.titolo}}, {{row.luogo}}' },
      },
      {
        ...{ tableId: 'scadenze', when: 'upcoming', heading: { it: '*Scadenze*' }, maxRows: 5 },
        rowText: { it: '• entro {{row.to|date:"weekday"}}: {{row.titolo}}. {{row.dettagli}}' },
      },
    ],
    outro: {},
  },
]
