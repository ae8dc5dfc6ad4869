import type { Role } from '@pregoner/shared'
import { Link, NavLink } from 'react-router'
import { useTownOverview } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './frame.module.css'
import { sectionsFor } from './sections.ts'
import { frameWords } from './words.ts'

/** The sections a person may open: a rail at the left, a bar at the foot of a phone. */
export function Rail({ townKey, role }: { townKey: string; role: Role }) {
  const t = useWords(frameWords)
  const allowed = sectionsFor(role, useTownOverview().data?.town)
  return (
    <nav className={styles.rail} data-single={allowed.length === 1} aria-label={t('navigation')}>
      <Link to="/" className={styles.brand} aria-label="Pregoner">
        <img src="/icon.svg" alt="" width={32} height={32} />
      </Link>
      {allowed.map(({ path, Icon }) => (
        <NavLink key={path} to={`/t/${townKey}/${path}`} className={styles.section ?? ''}>
          <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
          <span>{t(path)}</span>
        </NavLink>
      ))}
    </nav>
  )
}
