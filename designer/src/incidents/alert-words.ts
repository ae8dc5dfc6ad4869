import { defineWords } from '../i18n/index.ts'

/** Words about being told of new incidents. */
export const alertWords = defineWords('desk-alerts', {
  ca: {
    alerts: 'Avisos d’incidències noves',
    sound: 'Amb un so',
    desktop: 'Amb un avís de l’ordinador',
    blocked: 'El navegador no deixa mostrar avisos. Permeteu-los als ajustos del lloc web.',
    title: 'Incidència nova: {reference}',
    silenced: 'Avisos: el navegador no deixa sonar la pàgina fins que la toqueu',
    scope: 'Només de les incidències de la llista, amb els filtres que tingueu.',
  },
  es: {
    alerts: 'Avisos de incidencias nuevas',
    sound: 'Con un sonido',
    desktop: 'Con un aviso del ordenador',
    blocked: 'El navegador no deja mostrar avisos. Permítalos en los ajustes del sitio web.',
    title: 'Incidencia nueva: {reference}',
    silenced: 'Avisos: el navegador no deja sonar la página hasta que la toque',
    scope: 'Solo de las incidencias de la lista, con los filtros que tenga.',
  },
  it: {
    alerts: 'Avvisi di nuove segnalazioni',
    sound: 'Con un suono',
    desktop: 'Con un avviso del computer',
    blocked: 'Il browser non lascia mostrare avvisi. Consentiteli nelle impostazioni del sito.',
    title: 'Nuova segnalazione: {reference}',
    silenced: 'Avvisi: il browser non lascia suonare la pagina finché non la toccate',
    scope: 'Solo delle segnalazioni dell’elenco, con i filtri che avete.',
  },
  en: {
    alerts: 'Alerts of new incidents',
    sound: 'With a sound',
    desktop: 'With a desktop notification',
    blocked: 'The browser does not let us show notifications. Allow them in the site’s settings.',
    title: 'New incident: {reference}',
    silenced: 'Alerts: the browser lets the page sound only once you have touched it',
    scope: 'Only of the incidents in the list, with the filters you have.',
  },
})
