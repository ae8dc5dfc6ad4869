import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FlowFileRead, flowFault } from '@pregoner/shared'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError, isApiError } from '../api/api-error.ts'
import { flowsKey, importFlow } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useTown } from '../api/town.ts'
import { Dialog } from '../flows/dialog.tsx'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { DropPlace } from './drop-place.tsx'
import { Faults } from './faults.tsx'
import { Preview } from './preview.tsx'
import { chooseFile, readChosenFile } from './read-file.ts'
import { fileWords } from './words.ts'

interface Opened {
  name: string
  /** Null while it is being read. */
  read: FlowFileRead | null
}

/** Opens a flow from a file, chosen or dropped onto the page: looks at it first, and makes a new flow of it. */
export function OpenFile() {
  const t = useWords(fileWords)
  const town = useTown()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const close = () => setOpened(null)

  const open = async (file: File) => {
    setError(null)
    setOpened({ name: file.name, read: null })
    setOpened({ name: file.name, read: await readChosenFile(file) })
  }
  const choose = async () => {
    const file = await chooseFile()
    if (file) await open(file)
  }
  const create = async (name: string, text: string) => {
    setBusy(true)
    setError(null)
    try {
      const { flow } = await importFlow(town.key, text)
      await queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      notifications.show({ message: t('created', { name: flow.name }) })
      void navigate(`/t/${town.key}/flows/${flow.id}`)
    } catch (failure) {
      const faults = isApiError(failure, 'bad_file') ? flowFault.array().safeParse(failure.problems).data : undefined
      if (faults) setOpened({ name, read: { ok: false, faults } })
      else setError(describeError(failure))
    }
    setBusy(false)
  }

  const read = opened?.read
  return (
    <>
      <Button variant="default" leftSection={<FolderOpen size={18} aria-hidden />} onClick={() => void choose()}>
        {t('open')}
      </Button>
      <DropPlace onFile={file => void open(file)} />
      <Dialog
        opened={opened !== null}
        onClose={close}
        title={t(read?.ok === false ? 'badTitle' : 'previewTitle')}
        size="lg"
      >
        {opened && !read && <PageLoading />}
        {opened && read?.ok === false && (
          <Faults fileName={opened.name} faults={read.faults} onAnother={() => void choose()} onClose={close} />
        )}
        {opened && read?.ok && (
          <Preview
            key={opened.name}
            file={read.file}
            fileName={opened.name}
            town={town}
            isBusy={isBusy}
            error={error}
            onCreate={text => void create(opened.name, text)}
            onCancel={close}
          />
        )}
      </Dialog>
    </>
  )
}
