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

/** Whether notifications may be shown without asking anybody. */
export const isAllowed = () => canNotify() && Notification.permission === 'granted'

interface Notice {
  /** Of the same incident only one is shown, however many tabs are open. */
  id: string
  title: string
  body: string
  onOpen: () => void
}

/** Shows one notification of the system; a click on it opens the incident. False when it cannot be shown. */
export function notify({ id, title, body, onOpen }: Notice): boolean {
  if (!isAllowed()) return false
  try {
    const shown = new Notification(title, { body, tag: id, icon: '/icon.svg' })
    shown.onclick = () => {
      window.focus()
      onOpen()
      shown.close()
    }
    return true
  } catch {
    return false // phones allow it to service workers only
  }
}
