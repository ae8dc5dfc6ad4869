import { smallFiles } from '../whatsapp-double/index.ts'
import type { Stage } from './stage.ts'

/** An incident as citizens report them: with words, a place and a photo. */
export async function reportOfTheDark(stage: Stage): Promise<void> {
  const rosa = stage.double.person({ phone: '+34600123123', name: 'Rosa', channel: 'demo-manresa' })
  await rosa.sends('incidència')
  await rosa.waitFor('De què es tracta?')
  await rosa.taps('Enllumenat públic')
  await rosa.sends('No hi ha llum a tot el carrer')
  await rosa.sendsLocation({ latitude: 41.7286, longitude: 1.8254, name: 'Plana de l’Om' })
  await rosa.waitFor('Si en tens una foto')
  await rosa.sendsImage(smallFiles.photo, 'image/jpeg', 'A les fosques')
  await rosa.waitFor('El número de la incidència és')
}
