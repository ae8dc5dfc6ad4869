import { ActionIcon, Popover } from '@mantine/core'
import type { Language } from '@pregoner/shared'
import { Bold, Code, Italic, Smile, Strikethrough } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { Mark } from '../../fields/edit-marks.ts'
import { lazyPart } from '../../frame/lazy-part.ts'
import { useWords } from '../../i18n/index.ts'
import { languageWords } from '../../i18n/words.ts'
import { textsWords } from '../words/texts.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { type ExtraVariable, InsertVariable } from './insert-variable.tsx'

const EmojiChooser = lazyPart(() => import('./emoji/emoji-chooser.tsx'))

const marks = [
  { mark: 'bold', Icon: Bold, key: 'Control+B' },
  { mark: 'italic', Icon: Italic, key: 'Control+I' },
  { mark: 'strike', Icon: Strikethrough, key: undefined },
  { mark: 'mono', Icon: Code, key: undefined },
] as const

interface TextToolsProps {
  label: string
  language: Language
  extra?: readonly ExtraVariable[]
  hasMarks: boolean
  hasValues: boolean
  onMark(mark: Mark): void
  onInsert(piece: string): void
}

/** What can be done to a text: words marked, an emoji chosen, a value put in. */
export function TextTools({ label, language, extra, hasMarks, hasValues, onMark, onInsert }: TextToolsProps) {
  const t = useWords(nodeWords)
  const words = useWords(textsWords)
  const nameOf = useWords(languageWords)
  const inLanguage = (field: string) => t('text_in', { field, language: nameOf(language) })
  const titleOf = (mark: Mark) => (mark === 'mono' ? words('mono') : t(`mark.${mark}`))
  return (
    <div className={styles.tools}>
      {hasMarks &&
        marks.map(({ mark, Icon, key }) => (
          <ActionIcon
            key={mark}
            variant="subtle"
            color="gray"
            size="var(--tool)"
            aria-label={inLanguage(titleOf(mark))}
            aria-keyshortcuts={key}
            title={key ? `${titleOf(mark)} (${key.replace('Control', 'Ctrl')})` : titleOf(mark)}
            onClick={() => onMark(mark)}
          >
            <Icon size={15} aria-hidden="true" />
          </ActionIcon>
        ))}
      <EmojiButton label={inLanguage(words('emoji'))} onInsert={onInsert} />
      {hasValues && (
        <InsertVariable
          {...(extra ? { extra } : {})}
          into={inLanguage(label)}
          onInsert={name => onInsert(`{{${name}}}`)}
        />
      )}
    </div>
  )
}

function EmojiButton({ label, onInsert }: { label: string; onInsert(piece: string): void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="var(--tool)"
          aria-label={label}
          title={label}
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <Smile size={15} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <Suspense fallback={null}>
          <EmojiChooser
            onChoose={sign => {
              setOpen(false)
              onInsert(sign)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
