import type { IncidentSummary } from '@pregoner/shared'

export interface AlertChoice {
  sound: boolean
  desktop: boolean
}

const KEY = 'pregoner.alerts'
const silent: AlertChoice = { sound: false, desktop: false }

/** How this browser tells of new incidents. */
export function readAlertChoice(): AlertChoice {
  try {
    const { sound, desktop } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof AlertChoice, unknown>
    >
    return { sound: sound === true, desktop: desktop === true }
  } catch {
    return silent
  }
}

export const keepAlertChoice = (choice: AlertChoice): void => localStorage.setItem(KEY, JSON.stringify(choice))

const canNotify = () => 'Notification' in window

/** Whether notifications may be shown, after asking for it when nobody has been asked yet. */
export async function mayNotify(): Promise<boolean> {
  if (!canNotify()) return false
  return (
    (Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission) ===
    'granted'
  )
}

const NOTES_HZ = [660, 880]
const NOTE_SECONDS = 0.14
const LOUDNESS = 0.12

/** Two short notes, made here: there is no file to fetch. */
export function playSound(): void {
  const audio = new AudioContext()
  for (const [index, hertz] of NOTES_HZ.entries()) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    const at = audio.currentTime + index * NOTE_SECONDS
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(LOUDNESS, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + NOTE_SECONDS)
  }
  setTimeout(() => void audio.close(), NOTES_HZ.length * NOTE_SECONDS * 1_000 + 200)
}

/** Shows one notification of the system; a click on it opens the incident. No citizen's name or words in it. */
export function notify(title: string, { id, reference, summary }: IncidentSummary, onOpen: () => void): void {
  if (!canNotify() || Notification.permission !== 'granted') return
  const shown = new Notification(title, { body: `${reference}: ${summary}`, tag: id, icon: '/icon.svg' })
  shown.onclick = () => {
    window.focus()
    onOpen()
    shown.close()
  }
}
