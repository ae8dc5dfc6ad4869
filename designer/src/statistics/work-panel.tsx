import type { StatisticsTable, WorkRow } from '@pregoner/shared'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useSaid } from './compared.ts'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import { figureWords } from './words/figures.ts'

interface WorkPanelProps {
  title: string
  nameLabel: string
  file: StatisticsTable
  rows: WorkRow[]
  nameOf: (key: string) => string
}

/** Incidents by department, category or neighbourhood, with how they were dealt with. */
export function WorkPanel({ title, nameLabel, file, rows, nameOf }: WorkPanelProps) {
  const t = useWords(figureWords)
  const { number } = useFormats()
  const said = useSaid()
  return (
    <Panel title={title} file={file}>
      {rows.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <FigureTable
          caption={title}
          nameLabel={nameLabel}
          columns={[
            t('incidents'),
            t('before'),
            t('answered'),
            t('open'),
            t('late'),
            t('firstAnswer'),
            t('resolution'),
          ]}
          rows={rows.map(row => ({
            ...{ key: row.key, name: nameOf(row.key), bar: row.incidents },
            cells: [
              number(row.incidents),
              number(row.incidentsBefore),
              number(row.answered),
              number(row.open),
              number(row.late),
              said.length(row.firstAnswer?.median),
              said.length(row.resolution?.median),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
