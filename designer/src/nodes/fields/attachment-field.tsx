import { Button, FileButton, Select, TextInput } from '@mantine/core'
import type { ConfigOf, TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { describeError } from '../../api/api-error.ts'
import { sendMedia } from '../../api/town.ts'
import { LocalizedTextField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { At } from './form.tsx'
import { useKept } from './kept.ts'

type Attachment = NonNullable<ConfigOf<'message'>['attachment']>
type Kind = Attachment['kind']

const kinds: readonly Kind[] = ['image', 'document', 'audio', 'video']
const accepted: { [One in Kind]: string | undefined } = {
  image: 'image/jpeg,image/png,image/webp',
  document: undefined,
  audio: 'audio/*',
  video: 'video/mp4,video/3gpp',
}

interface AttachmentFieldProps {
  value: Attachment | null
  onChange: (attachment: Attachment | null) => void
  town: TownData | undefined
}

/** A file sent with the message: uploaded here, or read from a public address. */
export function AttachmentField({ value, onChange, town }: AttachmentFieldProps) {
  const t = useWords(nodeWords)
  return (
    <At field="attachment">
      <div className={styles.list}>
        <Select
          label={t('attachment')}
          data={[
            { value: '', label: t('attachment.none') },
            ...kinds.map(kind => ({ value: kind, label: t(`attachment.${kind}`) })),
          ]}
          value={value?.kind ?? ''}
          allowDeselect={false}
          onChange={chosen => {
            const kind = kinds.find(one => one === chosen)
            onChange(
              kind ? { mediaId: null, url: null, fileName: null, description: value?.description ?? {}, kind } : null,
            )
          }}
        />
        {value && <File value={value} onChange={onChange} town={town} />}
      </div>
    </At>
  )
}

function File({
  value,
  onChange,
  town,
}: {
  value: Attachment
  onChange: (next: Attachment) => void
  town: TownData | undefined
}) {
  const t = useWords(nodeWords)
  const upload = useMutation({
    mutationFn: (file: Blob & { name: string }) => sendMedia(town?.key ?? '', file),
    onSuccess: (stored, file) => onChange({ ...value, mediaId: stored.mediaId, url: null, fileName: file.name }),
  })
  const isAddress = (text: string) =>
    text === '' || (text.startsWith('https://') && URL.canParse(text) && text.length <= 2_000)
  const url = useKept(value.url ?? '', isAddress, text =>
    onChange({ ...value, url: text || null, mediaId: text ? null : value.mediaId }),
  )
  return (
    <>
      <FileButton accept={accepted[value.kind]} onChange={file => file && upload.mutate(file)}>
        {props => (
          <Button
            {...props}
            variant="default"
            loading={upload.isPending}
            leftSection={<Upload size={16} aria-hidden="true" />}
          >
            {t(value.mediaId ? 'attachment.replace' : 'attachment.upload')}
          </Button>
        )}
      </FileButton>
      <p role="status" className={styles.quiet} hidden={!upload.isError && !value.mediaId}>
        {upload.isError
          ? t('attachment.failed', { reason: describeError(upload.error) })
          : `${t('attachment.uploaded')}: ${value.fileName ?? ''}`}
      </p>
      <TextInput
        label={t('attachment.url')}
        type="url"
        value={url.text}
        error={url.isWrong ? t('attachment.url_wrong') : undefined}
        onChange={event => url.write(event.currentTarget.value)}
      />
      {value.kind === 'document' && (
        <TextInput
          label={t('attachment.name')}
          maxLength={300}
          value={value.fileName ?? ''}
          onChange={event => onChange({ ...value, fileName: event.currentTarget.value || null })}
        />
      )}
      {(value.kind === 'image' || value.kind === 'video') && (
        <LocalizedTextField
          label={t('attachment.description')}
          description={t('attachment.description_hint')}
          value={value.description}
          onChange={description => onChange({ ...value, description })}
        />
      )}
    </>
  )
}
