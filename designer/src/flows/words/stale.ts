import { defineWords } from '../../i18n/index.ts'

/** Words for when somebody else has saved while one was drawing. */
export const staleWords = defineWords('stale', {
  ca: {
    title: 'Algú altre ha canviat aquest flux',
    words:
      '{by} l’ha desat {when}, mentre hi treballàveu. Els vostres canvis són a salvo en aquest navegador. Què voleu fer?',
    differences:
      '{count, plural, one {En què són diferents els vostres (# diferència)} other {En què són diferents els vostres (# diferències)}}',
    more: '{count, plural, one {I # més.} other {I # més.}}',
    keepCopy: 'Deseu els vostres en una còpia',
    keepCopyHint: 'Els vostres canvis queden en un flux nou; aquest queda com l’ha deixat {by}.',
    takeTheirs: 'Quedeu-vos amb els seus',
    takeTheirsHint: 'Veureu el dibuix tal com és ara. Els vostres canvis no desats es perden.',
    overwrite: 'Poseu els vostres al damunt',
    overwriteHint: 'El que ha desat {by} deixa de ser a l’esborrany.',
    overwriteLocked: 'Ara no es pot: {holder} l’està editant.',
    decideLater: 'Decidiu-ho més tard',
    decideLaterHint:
      'Els vostres canvis queden en aquest navegador, i us els tornarem a oferir quan pugueu editar el flux.',
    noRoom: 'Aquest navegador no té lloc per guardar-los. Deseu-los en una còpia.',
    copyOf: '{name} (còpia)',
  },
  es: {
    title: 'Otra persona ha cambiado este flujo',
    words:
      '{by} lo guardó {when}, mientras usted trabajaba en él. Sus cambios están a salvo en este navegador. ¿Qué quiere hacer?',
    differences:
      '{count, plural, one {En qué son distintos los suyos (# diferencia)} other {En qué son distintos los suyos (# diferencias)}}',
    more: '{count, plural, one {Y # más.} other {Y # más.}}',
    keepCopy: 'Guardar los míos en una copia',
    keepCopyHint: 'Sus cambios quedan en un flujo nuevo; este queda como lo ha dejado {by}.',
    takeTheirs: 'Quedarme con los de la otra persona',
    takeTheirsHint: 'Verá el dibujo tal como está ahora. Sus cambios no guardados se pierden.',
    overwrite: 'Poner los míos encima',
    overwriteHint: 'Lo que ha guardado {by} deja de estar en el borrador.',
    overwriteLocked: 'Ahora no se puede: lo está editando {holder}.',
    decideLater: 'Decidirlo más tarde',
    decideLaterHint:
      'Sus cambios quedan en este navegador, y se los volveremos a ofrecer cuando pueda editar el flujo.',
    noRoom: 'Este navegador no tiene sitio para guardarlos. Guárdelos en una copia.',
    copyOf: '{name} (copia)',
  },
  it: {
    title: 'Qualcun altro ha modificato questo flusso',
    words:
      '{by} l’ha salvato {when}, mentre ci stavate lavorando. Le vostre modifiche sono al sicuro in questo browser. Cosa volete fare?',
    differences:
      '{count, plural, one {In che cosa le vostre sono diverse (# differenza)} other {In che cosa le vostre sono diverse (# differenze)}}',
    more: '{count, plural, one {E un’altra.} other {E altre #.}}',
    keepCopy: 'Salva le mie in una copia',
    keepCopyHint: 'Le vostre modifiche restano in un flusso nuovo; questo resta come l’ha lasciato {by}.',
    takeTheirs: 'Tieni le sue',
    takeTheirsHint: 'Vedrete il disegno così com’è ora. Le vostre modifiche non salvate vanno perse.',
    overwrite: 'Metti le mie al loro posto',
    overwriteHint: 'Quello che ha salvato {by} non sarà più nella bozza.',
    overwriteLocked: 'Ora non si può: lo sta modificando {holder}.',
    decideLater: 'Decidi più tardi',
    decideLaterHint:
      'Le vostre modifiche restano in questo browser e vi saranno riproposte quando potrete modificare il flusso.',
    noRoom: 'Questo browser non ha spazio per tenerle. Salvatele in una copia.',
    copyOf: '{name} (copia)',
  },
  en: {
    title: 'Somebody else has changed this flow',
    words:
      '{by} saved it {when}, while you were working on it. Your changes are safe in this browser. What would you like to do?',
    differences: '{count, plural, one {How yours differ (# difference)} other {How yours differ (# differences)}}',
    more: '{count, plural, one {And # more.} other {And # more.}}',
    keepCopy: 'Save mine as a copy',
    keepCopyHint: 'Your changes go into a new flow; this one stays as {by} left it.',
    takeTheirs: 'Take theirs',
    takeTheirsHint: 'You will see the drawing as it is now. Your unsaved changes are lost.',
    overwrite: 'Put mine over theirs',
    overwriteHint: 'What {by} has saved is no longer in the draft.',
    overwriteLocked: 'Not possible now: {holder} is editing it.',
    decideLater: 'Decide later',
    decideLaterHint: 'Your changes stay in this browser, and are offered again when you can edit the flow.',
    noRoom: 'This browser has no room to keep them. Save them as a copy.',
    copyOf: '{name} (copy)',
  },
})
