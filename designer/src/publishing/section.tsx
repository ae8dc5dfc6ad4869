import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import styles from './publishing.module.css'

interface SectionProps {
  title: string
  /** What is to be known while it is folded. */
  brief: ReactNode
  /** Colours the brief; its words say the same. */
  tone?: 'good' | 'bad' | 'attention' | undefined
  isOpen?: boolean
  children?: ReactNode
}

/** A part of the publish dialog that folds to one line. Without anything inside it is that line. */
export function Section({ title, brief, tone, isOpen = false, children }: SectionProps) {
  const [isUnfolded, setIsUnfolded] = useState<boolean | null>(null)
  const insideId = useId()
  const isShown = isUnfolded ?? isOpen
  const line = (
    <>
      <span className={styles.sectionTitle}>{title}</span>
      <span className={styles.brief} data-tone={tone}>
        {brief}
      </span>
    </>
  )
  if (!children) {
    return (
      <section className={styles.section}>
        <h3 className={styles.line}>{line}</h3>
      </section>
    )
  }
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.line}
          aria-expanded={isShown}
          aria-controls={isShown ? insideId : undefined}
          onClick={() => setIsUnfolded(!isShown)}
        >
          <ChevronRight size={16} aria-hidden className={styles.chevron} />
          {line}
        </button>
      </h3>
      {isShown && (
        <div id={insideId} className={styles.inside}>
          {children}
        </div>
      )}
    </section>
  )
}
