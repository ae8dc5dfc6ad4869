import { Menu } from '@mantine/core'
import { FileDown, FileInput } from 'lucide-react'
import { create } from 'zustand'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { chooseFile } from './read-file.ts'
import { fileWords } from './words.ts'

const ICON = 16

/** What the menu has asked for; the menu itself is gone by then. */
export const useFileWish = create<{ isSaving: boolean; inserted: File | null }>(() => ({
  isSaving: false,
  inserted: null,
}))

export const chooseInserted = async (): Promise<void> => {
  const file = await chooseFile()
  if (file) useFileWish.setState({ inserted: file })
}

/** Flows as files: lines of the menu of further actions. */
export function FileItems() {
  const t = useWords(fileWords)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  return (
    <>
      <Menu.Item
        leftSection={<FileDown size={ICON} aria-hidden />}
        onClick={() => useFileWish.setState({ isSaving: true })}
      >
        {t('save')}
      </Menu.Item>
      <Menu.Item
        leftSection={<FileInput size={ICON} aria-hidden />}
        disabled={isReadOnly}
        onClick={() => void chooseInserted()}
      >
        {t('insert')}
      </Menu.Item>
    </>
  )
}
