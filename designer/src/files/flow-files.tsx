import { notifications } from '@mantine/notifications'
import type { FlowFault, FlowFile, TownData } from '@pregoner/shared'
import { useEffect, useMemo, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useFlows } from '../api/flows.ts'
import { usePasteText } from '../clipboard/clipboard.tsx'
import { useEditor } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { Faults } from './faults.tsx'
import { chooseInserted, useFileWish } from './file-items.tsx'
import { fileNameFor, readChosenFile } from './read-file.ts'
import { SaveDialog } from './save-dialog.tsx'
import { flowsNamedIn, saveFlowFile } from './save-file.ts'
import { fileWords } from './words.ts'

const MAX_INSERTED = 500 // steps at once, as from the clipboard

/** The steps of a file as if they had been copied where they come from. */
const asCopied = ({ town, things, flow }: FlowFile, own: TownData): string =>
  JSON.stringify({
    pregoner: 'steps',
    town: town ?? { key: own.key, name: own.name },
    things,
    flow,
  })

/** Saves the open flow as a file, and puts the steps of a file into it. */
export function FlowFiles({ town }: { town: TownData }) {
  const t = useWords(fileWords)
  const editor = useEditor()
  const pasteText = usePasteText()
  const { isSaving, inserted } = useFileWish()
  const flows = useFlows(town.key).data
  const around = useMemo(() => ({ town, flows: flows ?? [] }), [town, flows])
  const [refused, setRefused] = useState<{ name: string; faults: FlowFault[] } | null>(null)
  const [isAsking, setAsking] = useState(false)

  const save = async (isWithSubflows: boolean) => {
    setAsking(false)
    const { flow } = editor.getState()
    try {
      await saveFlowFile(flow, around, isWithSubflows)
      notifications.show({ message: t('saved', { file: fileNameFor(flow.name) }) })
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
  }
  const insert = async (file: File) => {
    setRefused(null)
    const read = await readChosenFile(file)
    if (!read.ok) return setRefused({ name: file.name, faults: read.faults })
    const count = read.file.flow.nodes.length
    if (count > MAX_INSERTED) return void notifications.show({ color: 'red', message: t('insertTooMany', { count }) })
    pasteText(asCopied(read.file, town))
    if (read.file.subflows.length > 0) notifications.show({ message: t('insertSubflows') })
  }

  useEffect(() => {
    if (!isSaving || !flows) return
    useFileWish.setState({ isSaving: false })
    if (flowsNamedIn(editor.getState().flow, around).length > 0) setAsking(true)
    else void save(false)
  }, [isSaving, flows])
  useEffect(() => {
    if (!inserted) return
    useFileWish.setState({ inserted: null })
    void insert(inserted)
  }, [inserted])

  return (
    <>
      <SaveDialog isOpen={isAsking} town={town} onSave={isWith => void save(isWith)} onClose={() => setAsking(false)} />
      <Dialog opened={refused !== null} onClose={() => setRefused(null)} title={t('badTitle')} size="lg">
        {refused && (
          <Faults
            fileName={refused.name}
            faults={refused.faults}
            onAnother={() => void chooseInserted()}
            onClose={() => setRefused(null)}
          />
        )}
      </Dialog>
    </>
  )
}
