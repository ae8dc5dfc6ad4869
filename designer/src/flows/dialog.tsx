import { Modal, type ModalProps } from '@mantine/core'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { editingWords } from './words/editing.ts'

/** A dialog whose close button has a name. */
export function Dialog(props: ModalProps) {
  const t = useWords(editingWords)
  useFocusBack(props.opened)
  return <Modal closeButtonProps={{ 'aria-label': t('close') }} {...props} />
}
