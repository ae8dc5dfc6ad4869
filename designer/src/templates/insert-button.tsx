import { Button, type ButtonProps } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { LayoutTemplate } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Dialog } from '../flows/dialog.tsx'
import { lazyPart } from '../frame/lazy-part.ts'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { galleryWords } from './words/gallery.ts'

const InsertDialog = lazyPart(() => import('./insert-dialog.tsx'))
const NARROW = '(max-width: 640px)'

/** Opens the gallery to put a part of it on the drawing. */
export function InsertButton({ onInserted, ...button }: ButtonProps & { onInserted?: (() => void) | undefined }) {
  const t = useWords(galleryWords)
  const [isOpen, setIsOpen] = useState(false)
  const isNarrow = useMediaQuery(NARROW)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<LayoutTemplate size={16} aria-hidden />}
        {...button}
        style={{ flex: 'none' }}
        onClick={() => setIsOpen(true)}
      >
        {t('insert')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('insertTitle')} size={960} fullScreen={isNarrow ?? false}>
        <Suspense fallback={<PageLoading />}>
          <InsertDialog
            onInserted={() => {
              close()
              onInserted?.()
            }}
          />
        </Suspense>
      </Dialog>
    </>
  )
}
