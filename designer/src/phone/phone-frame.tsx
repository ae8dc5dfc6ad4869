import { createContext, type ReactNode, type Ref, useContext, useState } from 'react'
import styles from './phone.module.css'

const SheetHost = createContext<HTMLElement | null>(null)

/** Where a list opens as a sheet: the phone around it. */
export const useSheetHost = () => useContext(SheetHost)

interface PhoneFrameProps {
  title: string
  subtitle?: ReactNode
  /** Drawn before the title, a letter or a picture of the town. */
  avatar?: ReactNode
  /** At the right of the bar. */
  actions?: ReactNode
  /** The bubbles. */
  children: ReactNode
  /** The line to write in. */
  footer?: ReactNode
  /** Fills its parent instead of looking like a phone on a table. */
  isFull?: boolean
  logRef?: Ref<HTMLDivElement>
  logLabel?: string
  headingLevel?: 1 | 2 | 3
}

/** The phone people know: a bar with the name, a log of bubbles, a line to write in. */
export function PhoneFrame(props: PhoneFrameProps) {
  const [host, setHost] = useState<HTMLElement | null>(null)
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    <div ref={setHost} className={props.isFull ? `${styles.phone} ${styles.full}` : styles.phone}>
      <header className={styles.bar}>
        <span className={styles.avatar} aria-hidden="true">
          {props.avatar ?? props.title.slice(0, 1).toUpperCase()}
        </span>
        <div className={styles.who}>
          <Heading className={styles.name}>{props.title}</Heading>
          {props.subtitle && <p className={styles.subtitle}>{props.subtitle}</p>}
        </div>
        {props.actions}
      </header>
      <SheetHost value={host}>
        <div
          ref={props.logRef}
          className={styles.log}
          role="log"
          aria-live="polite"
          aria-label={props.logLabel}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          {props.children}
        </div>
      </SheetHost>
      {props.footer && <div className={styles.footer}>{props.footer}</div>}
    </div>
  )
}
