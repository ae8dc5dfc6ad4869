import { useWords } from '../../i18n/index.ts'
import { faultKey } from './fault-words.ts'
import styles from './sheet.module.css'
import type { Sheet } from './use-sheet.ts'
import { tableWords } from './words.ts'

const MAX_SHOWN = 5

/** Which cells must be mended before a table can be saved; each leads to its cell. */
export function FaultList({ sheet, onOpen }: { sheet: Sheet; onOpen: (rowId: string, key: string) => void }) {
  const t = useWords(tableWords)
  const { faults, rows, columns } = sheet
  const titleOf = (key: string) =>
    key === 'from' || key === 'to' ? t(key) : (columns.find(each => each.key === key)?.label ?? key)
  return (
    <div role="status">
      {faults.length > 0 && (
        <>
          <strong>{t('faults', { count: faults.length })}</strong>
          <ul className={styles.faults}>
            {faults.slice(0, MAX_SHOWN).map(({ rowId, key, code }) => (
              <li key={`${rowId} ${key}`}>
                <button type="button" onClick={() => onOpen(rowId, key)}>
                  {t('faultAt', {
                    row: rows.findIndex(({ id }) => id === rowId) + 1,
                    column: titleOf(key),
                    fault: t(faultKey(code)),
                  })}
                </button>
              </li>
            ))}
            {faults.length > MAX_SHOWN && <li>{t('more', { count: faults.length - MAX_SHOWN })}</li>}
          </ul>
        </>
      )}
    </div>
  )
}
