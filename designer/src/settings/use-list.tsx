import type { TownUse } from '@pregoner/shared'
import { Link } from 'react-router'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import { entryWords } from './words/entries.ts'

/** What needs a thing of the town, each with the way there. */
export function UseList({ uses }: { uses: readonly TownUse[] }) {
  const t = useWords(entryWords)
  const townKey = useTownKey()
  if (uses.length === 0) return null
  return (
    <ul className={styles.uses}>
      {uses.map(({ by, id, name, count }) => {
        const words = t(`by.${by}`, { name, count })
        return (
          <li key={by + id}>
            {by === 'flow' || by === 'draft' ? <Link to={`/t/${townKey}/flows/${id}`}>{words}</Link> : words}
          </li>
        )
      })}
    </ul>
  )
}
