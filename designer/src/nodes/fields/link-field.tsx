import { Button, TextInput } from '@mantine/core'
import { type ConfigOf, MAX_LINK_LABEL_CHARS } from '@pregoner/shared'
import { ExternalLink } from 'lucide-react'
import { LocalizedTextField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import { At } from './form.tsx'
import { Part } from './part.tsx'

type Link = NonNullable<ConfigOf<'message'>['link']>

interface LinkFieldProps {
  value: Link | null
  onChange: (link: Link | null) => void
}

/** A button under the message that opens an address. */
export function LinkField({ value, onChange }: LinkFieldProps) {
  const t = useWords(nodeWords)
  if (!value)
    return (
      <Button
        variant="default"
        leftSection={<ExternalLink size={16} aria-hidden="true" />}
        onClick={() => onChange({ label: {}, url: 'https://' })}
      >
        {t('link.add')}
      </Button>
    )
  const isWrong = !/^https?:\/\/[^\s]+\.[^\s]+$/.test(value.url)
  return (
    <Part title={t('link')} onRemove={() => onChange(null)}>
      <At field="link.label">
        <LocalizedTextField
          label={t('link.label')}
          value={value.label}
          maxChars={MAX_LINK_LABEL_CHARS}
          isRequired
          onChange={label => onChange({ ...value, label })}
        />
      </At>
      <At field="link.url">
        <TextInput
          label={t('link.url')}
          type="url"
          maxLength={2_000}
          value={value.url}
          error={isWrong ? t('link.url_wrong') : undefined}
          onChange={event => onChange({ ...value, url: event.currentTarget.value })}
        />
      </At>
    </Part>
  )
}
