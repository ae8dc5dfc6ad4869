import type { NodeFamily } from '@pregoner/shared'
import type { LucideIcon } from 'lucide-react'
import styles from './family.module.css'

/** The icon of a kind of step on the ground of its family. */
export const StepIcon = ({ Icon, family, size = 16 }: { Icon: LucideIcon; family: NodeFamily; size?: number }) => (
  <span className={`${styles.hued} ${styles.swatch}`} data-family={family}>
    <Icon size={size} aria-hidden />
  </span>
)
