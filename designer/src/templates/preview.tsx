import { SegmentedControl } from '@mantine/core'
import type { Flow, Language } from '@pregoner/shared'
import { Suspense, useMemo, useState } from 'react'
import { useTown } from '../api/town.ts'
import { lazyPart } from '../frame/lazy-part.ts'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { Bubble, PhoneFrame, SaidBubble } from '../phone/index.ts'
import { excerptOf } from './excerpt.ts'
import styles from './gallery.module.css'
import { galleryWords } from './words/gallery.ts'

const Looking = lazyPart(() => import('../flows/looking.tsx'))

/** What a template is like before it is taken: the beginning of a conversation, or the drawing to look around in. */
export function Preview({ flow, language }: { flow: Flow; language: Language }) {
  const t = useWords(galleryWords)
  const town = useTown()
  const [view, setView] = useState('talk')
  return (
    <div className={styles.preview}>
      <SegmentedControl
        size="xs"
        aria-label={t('preview')}
        value={view}
        onChange={setView}
        data={[
          { value: 'talk', label: t('talk') },
          { value: 'drawing', label: t('drawing') },
        ]}
      />
      <div className={styles.shown} data-view={view}>
        {view === 'talk' ? (
          <Talk flow={flow} language={language} />
        ) : (
          <Suspense fallback={<PageLoading />}>
            <Looking flow={flow} town={town} fills />
          </Suspense>
        )}
      </div>
    </div>
  )
}

function Talk({ flow, language }: { flow: Flow; language: Language }) {
  const t = useWords(galleryWords)
  const town = useTown()
  const [now] = useState(() => new Date())
  const lines = useMemo(() => excerptOf(flow, town, language, now), [flow, town, language, now])
  return (
    <PhoneFrame title={town.name} headingLevel={3} logLabel={t('phone')}>
      {lines.map((line, index) => {
        // The lines of an excerpt never change places.
        const key = `${index}-${line.kind}`
        if (line.kind === 'me') return <SaidBubble key={key} text={line.said.text ?? ''} />
        return line.kind === 'town' ? <Bubble key={key} message={line.message} /> : null
      })}
    </PhoneFrame>
  )
}
