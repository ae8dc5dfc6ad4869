import { SegmentedControl } from '@mantine/core'
import { type BroadcastDraft, broadcastMessage, type Language, languageNamesIn, textIn } from '@pregoner/shared'
import { mediaUrl, useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { Bubble, PhoneFrame } from '../phone/index.ts'
import styles from './preview.module.css'
import { broadcastWords } from './words.ts'

interface PreviewProps {
  draft: Pick<BroadcastDraft, 'text' | 'pictureId' | 'buttons'>
  language: Language
  onLanguage: (language: Language) => void
}

/** The notice on the phone people know, in one language at a time. */
export function Preview({ draft, language, onLanguage }: PreviewProps) {
  const t = useWords(broadcastWords)
  const town = useTown()
  const [reader] = useLanguage()
  const message = broadcastMessage(draft, language, town.defaultLanguage)
  const isEmpty = textIn(draft.text, language, town.defaultLanguage) === '' && !draft.pictureId
  return (
    <div className={styles.preview}>
      {town.languages.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('previewLanguage')}
          value={language}
          data={town.languages.map(code => ({ value: code, label: languageNamesIn[reader][code] }))}
          onChange={value => {
            const chosen = town.languages.find(code => code === value)
            if (chosen) onLanguage(chosen)
          }}
        />
      )}
      <div className={styles.phone}>
        <PhoneFrame title={town.name} logLabel={t('preview')}>
          {!isEmpty && <Bubble message={message} mediaUrl={id => mediaUrl(town.key, id)} />}
        </PhoneFrame>
      </div>
    </div>
  )
}
