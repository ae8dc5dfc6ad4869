import { ActionIcon, Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronLeft, ChevronRight, Download, ImageOff } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { mediaUrl } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './photo.module.css'
import { photoWords } from './photo-words.ts'
import type { ShownPhoto } from './photos.ts'

interface PhotoViewerProps {
  town: string
  reference: string | undefined
  /** In which the citizen writes, when it is known. */
  language: string | undefined
  photos: readonly ShownPhoto[]
  index: number
  onShow: (index: number) => void
  onClose: () => void
}

const steps: { [key: string]: (at: number, last: number) => number } = {
  ArrowRight: at => at + 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_at, last) => last,
}

/** One picture as large as the screen allows; arrows go to the others, Escape back to where one was. */
export function PhotoViewer({ town, reference, language, photos, index, onShow, onClose }: PhotoViewerProps) {
  const t = useWords(photoWords)
  const formats = useFormats()
  const isNarrow = useMediaQuery('(max-width: 760px)')
  useFocusBack()
  const photo = photos[index]
  if (!photo) return null
  const { mediaId, caption, came } = photo
  const count = t('count', { number: index + 1, total: photos.length })
  function goByKeys(event: KeyboardEvent) {
    const to = steps[event.key]?.(index, photos.length - 1)
    if (to === undefined) return
    event.preventDefault()
    if (photos[to]) onShow(to)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={reference ? t('title', { reference }) : t('photos')}
      closeButtonProps={{ 'aria-label': t('close') }}
      fullScreen={isNarrow ?? false}
      size="min(1100px, 94vw)"
      centered
      onKeyDown={goByKeys}
    >
      <figure className={styles.figure}>
        <div className={styles.frame}>
          <WholePhoto key={mediaId} src={mediaUrl(town, mediaId)} alt={caption || count} />
        </div>
        <figcaption className={styles.about}>
          {caption && (
            <p lang={came?.by ? undefined : language} dir="auto">
              {caption}
            </p>
          )}
          <p className={styles.when}>
            <span role="status">{count}</span>
            {came && (
              <>
                <span>{came.by ?? t('citizen')}</span>
                <time dateTime={came.at}>{formats.exact(came.at)}</time>
              </>
            )}
          </p>
        </figcaption>
      </figure>
      <div className={styles.bar}>
        {photos.length > 1 && (
          <>
            <ActionIcon
              variant="default"
              size={44}
              aria-label={t('previous')}
              aria-disabled={index === 0}
              onClick={() => index > 0 && onShow(index - 1)}
            >
              <ChevronLeft size={22} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={44}
              aria-label={t('next')}
              aria-disabled={index === photos.length - 1}
              onClick={() => index < photos.length - 1 && onShow(index + 1)}
            >
              <ChevronRight size={22} aria-hidden="true" />
            </ActionIcon>
          </>
        )}
        <Button
          component="a"
          href={mediaUrl(town, mediaId)}
          download={reference ? `${reference}-${index + 1}` : ''}
          variant="default"
          size="md"
          className={styles.original ?? ''}
          leftSection={<Download size={18} aria-hidden="true" />}
        >
          {t('original')}
        </Button>
      </div>
    </Modal>
  )
}

function WholePhoto({ src, alt }: { src: string; alt: string }) {
  const t = useWords(photoWords)
  const [state, setState] = useState<'coming' | 'there' | 'broken'>('coming')
  if (state === 'broken')
    return (
      <div className={styles.broken} role="alert">
        <ImageOff size={32} strokeWidth={1.5} aria-hidden="true" />
        <p>{t('broken')}</p>
        <Button variant="default" onClick={() => setState('coming')}>
          {t('again')}
        </Button>
      </div>
    )
  return (
    <img
      className={styles.whole}
      src={src}
      alt={alt}
      data-state={state}
      onLoad={() => setState('there')}
      onError={() => setState('broken')}
    />
  )
}
