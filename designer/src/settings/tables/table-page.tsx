import { Alert, Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type CellAt, sheetRows, type Table } from '@pregoner/shared'
import { ArrowLeft, Download, History, Redo2, Trash2, Undo2, Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { describeError, isApiError } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { useSaveTable } from '../../api/tables.ts'
import { useTown } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { FaultList } from './fault-list.tsx'
import { FileProblems } from './file-problems.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import styles from './sheet.module.css'
import { SheetGrid } from './sheet-grid.tsx'
import { type FileProblem, readTableFile, tableCsv } from './table-file.ts'
import { useSheet } from './use-sheet.ts'
import { tableWords } from './words.ts'

const TOP: CellAt = { row: 0, column: 0 }

/** One table, edited like a small spreadsheet. Nothing holds before it is saved, and then all of it does. */
export function TablePage({ table }: { table: Table }) {
  const t = useWords(tableWords)
  const town = useTown()
  const sheet = useSheet(table, town)
  const save = useSaveTable(town.key)
  const [[at, corner], setPlace] = useState<[CellAt, CellAt]>([TOP, TOP])
  const [asksForFocus, setAsks] = useState(0)
  const [problems, setProblems] = useState<readonly FileProblem[]>([])
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { columns, rows, faults, isChanged, isBehind } = sheet
  const chosen = [at.row, corner.row].sort((one, other) => one - other)
  const chosenRows = rows.slice(chosen[0], (chosen[1] ?? 0) + 1)

  useEffect(() => {
    if (!isChanged) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isChanged])

  function go(to: CellAt): void {
    setPlace([to, to])
    setAsks(asked => asked + 1)
  }
  function goToFault(rowId: string, key: string): void {
    go({ row: rows.findIndex(({ id }) => id === rowId), column: columns.findIndex(each => each.key === key) })
  }
  function onSave(): void {
    const [first] = faults
    if (first) {
      goToFault(first.rowId, first.key)
      return
    }
    const onSuccess = (saved: Table) => {
      sheet.start(saved)
      notifications.show({ message: t('saved') })
    }
    save.mutate({ table: sheet.table, rev: sheet.base.rev ?? 0 }, { onSuccess })
  }
  async function onFile(file: File | null): Promise<void> {
    if (!file) return
    const read = await readTableFile(file, table, town.defaultLanguage)
    setProblems(read.problems)
    if (read.problems.length > 0) return
    const taken = sheetRows(
      read.rows.map(row => ({ id: newId(), ...row })),
      columns,
    )
    sheet.change(() => taken)
    go(TOP)
    notifications.show({ message: t('imported', { count: taken.length }) })
  }
  function onDownload(): void {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob([tableCsv(rows, columns, { from: t('from'), to: t('to') })], { type: 'text/csv' }),
    )
    link.download = `${table.id}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <>
      <Link className={styles.back} to={`/t/${town.key}/settings/tables`}>
        <ArrowLeft size={16} aria-hidden="true" />
        {t('back')}
      </Link>
      <div className={styles.top}>
        <h2>{table.name}</h2>
        {isChanged && <span role="status">{t('unsaved')}</span>}
        <Button onClick={onSave} loading={save.isPending} disabled={!isChanged || isBehind}>
          {t('save')}
        </Button>
      </div>
      <p className={styles.help}>{t('help')}</p>
      {isBehind && (
        <Alert color="yellow" role="alert">
          <p>{t('behind')}</p>
          <div className={styles.tools}>
            <Button onClick={() => sheet.takeOver(table)}>{t('takeOver')}</Button>
            <Button variant="default" onClick={() => sheet.start(table)}>
              {t('showTheirs')}
            </Button>
          </div>
        </Alert>
      )}
      {save.isError && !isApiError(save.error, 'stale') && (
        <Alert color="red" role="alert">
          {describeError(save.error)}
        </Alert>
      )}
      <FileProblems problems={problems} />
      <FaultList sheet={sheet} onOpen={goToFault} />
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={<Undo2 size={16} aria-hidden="true" />}
          disabled={!sheet.canUndo}
          onClick={sheet.undo}
        >
          {t('undo')}
        </Button>
        <Button
          variant="default"
          leftSection={<Redo2 size={16} aria-hidden="true" />}
          disabled={!sheet.canRedo}
          onClick={sheet.redo}
        >
          {t('redo')}
        </Button>
        <Button
          variant="default"
          leftSection={<Trash2 size={16} aria-hidden="true" />}
          disabled={chosenRows.length === 0}
          onClick={() => sheet.change(before => before.filter(row => !chosenRows.includes(row)))}
        >
          {t('removeRows', { count: Math.max(1, chosenRows.length) })}
        </Button>
        <FileButton
          onChange={file => void onFile(file)}
          accept=".csv,.txt,text/csv"
          inputProps={{ 'aria-label': t('importCsv') }}
        >
          {props => (
            <Button variant="default" leftSection={<Upload size={16} aria-hidden="true" />} {...props}>
              {t('importCsv')}
            </Button>
          )}
        </FileButton>
        <Button variant="default" leftSection={<Download size={16} aria-hidden="true" />} onClick={onDownload}>
          {t('exportCsv')}
        </Button>
        <Button
          variant="default"
          leftSection={<History size={16} aria-hidden="true" />}
          onClick={() => setHistoryOpen(true)}
        >
          {t('history')}
        </Button>
      </div>
      <SheetGrid
        name={table.name}
        sheet={sheet}
        at={at}
        corner={corner}
        onMove={(to, other) => setPlace([to, other])}
        asksForFocus={asksForFocus}
      />
      {isHistoryOpen && (
        <HistoryDialog
          table={table}
          onClose={() => setHistoryOpen(false)}
          onRestore={old => {
            sheet.change(() => sheetRows(old.rows, columns))
            setHistoryOpen(false)
            notifications.show({ message: t('restored') })
          }}
        />
      )}
    </>
  )
}
