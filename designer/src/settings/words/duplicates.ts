import { defineWords } from '../../i18n/index.ts'

/** When two reports of a category may be the same. */
export const duplicateRuleWords = defineWords('settings-duplicates', {
  ca: {
    title: 'Avisos repetits',
    has: 'Dos avisos d’aquesta categoria poden ser el mateix',
    help: 'Al xat es pregunta abans d’obrir-ne un de nou, si el pas que l’envia ho demana; al tauler se suggereix ajuntar-los.',
    meters: 'A menys de tants metres',
    days: 'Amb menys de tants dies de diferència',
  },
  es: {
    title: 'Avisos repetidos',
    has: 'Dos avisos de esta categoría pueden ser el mismo',
    help: 'En el chat se pregunta antes de abrir uno nuevo, si el paso que lo envía lo pide; en el tablero se sugiere juntarlos.',
    meters: 'A menos de tantos metros',
    days: 'Con menos de tantos días de diferencia',
  },
  it: {
    title: 'Segnalazioni ripetute',
    has: 'Due segnalazioni di questa categoria possono essere la stessa',
    help: 'Nella chat si chiede prima di aprirne una nuova, se il passo che la invia lo prevede; sul tavolo di lavoro si suggerisce di unirle.',
    meters: 'Entro questi metri',
    days: 'Entro questi giorni',
  },
  en: {
    title: 'Repeated reports',
    has: 'Two reports of this category may be the same',
    help: 'The chat asks before it opens another one, where the step that sends it wants so; the desk suggests merging them.',
    meters: 'Within so many metres',
    days: 'Within so many days',
  },
})
