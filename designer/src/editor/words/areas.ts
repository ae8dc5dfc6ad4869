import { defineWords } from '../../i18n/index.ts'

/** What is said when a step goes into an area or out of it, and how that is called. */
export const areaWords = defineWords('areas', {
  ca: {
    putInto: 'Posa’l dins d’un marc',
    takeOut: 'Treu-lo de «{area}»',
    putIn: '«{title}» és ara dins de «{area}».',
    takenOut: '«{title}» ja no és dins de «{area}».',
    within: 'Dins de «{area}».',
    holds: '{count, plural, one {Hi ha # pas a dins.} other {Hi ha # passos a dins.}}',
  },
  es: {
    putInto: 'Ponerlo dentro de un marco',
    takeOut: 'Sacarlo de «{area}»',
    putIn: '«{title}» está ahora dentro de «{area}».',
    takenOut: '«{title}» ya no está dentro de «{area}».',
    within: 'Dentro de «{area}».',
    holds: '{count, plural, one {Hay # paso dentro.} other {Hay # pasos dentro.}}',
  },
  it: {
    putInto: 'Mettilo in una cornice',
    takeOut: 'Toglilo da «{area}»',
    putIn: '«{title}» è ora dentro «{area}».',
    takenOut: '«{title}» non è più dentro «{area}».',
    within: 'Dentro «{area}».',
    holds: '{count, plural, one {Contiene # passo.} other {Contiene # passi.}}',
  },
  en: {
    putInto: 'Put it into a frame',
    takeOut: 'Take it out of “{area}”',
    putIn: '“{title}” is now inside “{area}”.',
    takenOut: '“{title}” is no longer inside “{area}”.',
    within: 'Inside “{area}”.',
    holds: '{count, plural, one {Holds # step.} other {Holds # steps.}}',
  },
})
