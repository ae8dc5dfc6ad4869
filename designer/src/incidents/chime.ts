const NOTES_HZ = [660, 880]
const NOTE_SECONDS = 0.14
const LOUDNESS = 0.12
const WAKING_MS = 300

let audio: AudioContext | null = null
const opened = () => {
  audio ??= new AudioContext()
  return audio
}

/** A browser lets a page sound only once somebody has touched it; until then, waits for the first touch or key. */
export function wakeChime(): () => void {
  const wake = () => void opened().resume()
  const touches = ['pointerdown', 'keydown'] as const
  for (const touch of touches) window.addEventListener(touch, wake)
  return () => {
    for (const touch of touches) window.removeEventListener(touch, wake)
  }
}

/** Two short notes, made here: there is no file to fetch. False when the browser does not let the page sound yet. */
export async function playChime(): Promise<boolean> {
  const heard = opened()
  if (heard.state !== 'running') {
    await Promise.race([heard.resume(), new Promise(done => setTimeout(done, WAKING_MS))])
  }
  if (heard.state !== 'running') return false
  for (const [index, hertz] of NOTES_HZ.entries()) {
    const tone = heard.createOscillator()
    const volume = heard.createGain()
    const at = heard.currentTime + index * NOTE_SECONDS
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(LOUDNESS, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS)
    tone.connect(volume).connect(heard.destination)
    tone.start(at)
    tone.stop(at + NOTE_SECONDS)
  }
  return true
}
