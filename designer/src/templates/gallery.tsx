import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './gallery.module.css'
import { TemplateCard } from './template-card.tsx'
import { type GalleryItem, useFound, useTemplates } from './use-templates.ts'
import { galleryWords } from './words/gallery.ts'

interface GalleryProps {
  onPick(item: GalleryItem): void
  /** Leaves out whole channels, which make no part of another flow. */
  hasPartsOnly?: boolean
  /** A card before all others. */
  first?: ReactNode
}

/** What a flow can begin with or take in, to be looked through and searched. */
export function Gallery({ onPick, hasPartsOnly = false, first }: GalleryProps) {
  const t = useWords(galleryWords)
  const [text, setText] = useState('')
  const { items, error, retry } = useTemplates()
  const found = useFound(items ?? [], text)
  if (error) return <Failed error={error} onRetry={() => void retry()} />
  if (!items) return <PageLoading />

  const section = (title: string, kind: 'channel' | 'part', before?: ReactNode) => {
    const shown = found.filter(({ template }) => template.kind === kind)
    if (shown.length === 0 && !before) return null
    return (
      <section aria-label={title}>
        {!hasPartsOnly && <h3 className={styles.kind}>{title}</h3>}
        <ul className={styles.grid}>
          {before}
          {shown.map(item => (
            <TemplateCard key={item.name} item={item} onPick={onPick} />
          ))}
        </ul>
      </section>
    )
  }
  return (
    <div className={styles.gallery}>
      <TextInput
        data-autofocus
        autoFocus
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<Search size={16} aria-hidden />}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {!hasPartsOnly && section(t('channels'), 'channel', text === '' && first)}
      {section(t('parts'), 'part')}
      <p role="status" className={found.length === 0 ? styles.nothing : 'visually-hidden'}>
        {found.length === 0 ? t('nothing') : ''}
      </p>
    </div>
  )
}
