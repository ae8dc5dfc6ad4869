import { FilePlus2 } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './gallery.module.css'
import { openSummary } from './open-summary.ts'
import { Thumbnail } from './thumbnail.tsx'
import { type GalleryItem, useDrawn } from './use-templates.ts'
import { galleryWords } from './words/gallery.ts'

/** One template of the gallery: its picture, what it does, how large it is and how much is left to fill in. */
export function TemplateCard({ item, onPick }: { item: GalleryItem; onPick(item: GalleryItem): void }) {
  const t = useWords(galleryWords)
  const town = useTown()
  const [language] = useLanguage()
  const flow = useDrawn(item)
  const open = openSummary(flow, town, language).length
  return (
    <li>
      <button type="button" className={styles.card} onClick={() => onPick(item)}>
        <span className={styles.frame}>
          <Thumbnail nodes={flow.nodes} edges={flow.edges} />
        </span>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.does}>{item.does}</span>
        <span className={styles.facts}>
          {t('steps', { count: flow.nodes.length })} · {t('open', { count: open })}
        </span>
      </button>
    </li>
  )
}

/** The card that begins with nothing. */
export function BlankCard({ onPick }: { onPick(): void }) {
  const t = useWords(galleryWords)
  return (
    <li>
      <button type="button" className={styles.card} onClick={onPick}>
        <span className={styles.frame}>
          <FilePlus2 size={32} strokeWidth={1.25} aria-hidden="true" />
        </span>
        <span className={styles.title}>{t('blank')}</span>
        <span className={styles.does}>{t('blankDoes')}</span>
      </button>
    </li>
  )
}
