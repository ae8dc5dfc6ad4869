import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ImagePlus, X } from 'lucide-react'
import { describeError } from '../api/api-error.ts'
import { mediaUrl, sendMedia, useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './broadcasts.module.css'
import fields from './fields.module.css'
import { broadcastWords } from './words.ts'

interface PictureFieldProps {
  value: string | null
  onChange: (pictureId: string | null) => void
}

/** The picture of a notice: chosen from this computer, kept by the town, made anew without position data. */
export function PictureField({ value, onChange }: PictureFieldProps) {
  const t = useWords(broadcastWords)
  const { key } = useTown()
  const upload = useMutation({
    mutationFn: (file: File) => sendMedia(key, file),
    onSuccess: ({ kind, mediaId }) => {
      if (kind === 'image') onChange(mediaId)
    },
  })
  const isOther = upload.data !== undefined && upload.data.kind !== 'image'
  return (
    <fieldset className={fields.picture}>
      <legend>{t('picture')}</legend>
      {value && <img src={mediaUrl(key, value, 'thumb')} alt="" width={96} height={96} />}
      <div className={fields.pictureButtons}>
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={file => file && upload.mutate(file)}>
          {props => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<ImagePlus size={16} aria-hidden="true" />}
            >
              {t('addPicture')}
            </Button>
          )}
        </FileButton>
        {value && (
          <Button
            variant="subtle"
            leftSection={<X size={16} aria-hidden="true" />}
            onClick={() => {
              upload.reset()
              onChange(null)
            }}
          >
            {t('removePicture')}
          </Button>
        )}
      </div>
      {(upload.isError || isOther) && (
        <p className={styles.fault} role="alert">
          {isOther ? t('notPicture') : describeError(upload.error)}
        </p>
      )}
    </fieldset>
  )
}
