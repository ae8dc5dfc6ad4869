import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { interfaceLanguages, type TownOverview } from '@pregoner/shared'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { QrCode } from '../account/qr-code.tsx'
import { useTown, useTownOverview } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './connection.module.css'
import { CopyLine } from './copy-line.tsx'
import forms from './forms.module.css'
import { fullNumber } from './full-number.ts'
import { posterPng, posterSvg, whatsAppLink } from './poster.ts'
import { savePicture } from './save-picture.ts'
import { connectionWords } from './words/connection.ts'

const PREVIEW_PX = 240
const PNG_PX = 2_000 // sharp on an A3 poster
const SVG_PX = 600

/** A code and a link that open the conversation, for posters and websites. */
export default function Posters() {
  const t = useWords(connectionWords)
  const { data } = useTownOverview()
  return (
    <>
      <div className={forms.top}>
        <h2>{t('posters')}</h2>
      </div>
      <p className={forms.note}>{t('postersLead')}</p>
      {data && <PosterMaker channels={data.channels} />}
    </>
  )
}

function PosterMaker({ channels }: Pick<TownOverview, 'channels'>) {
  const t = useWords(connectionWords)
  const town = useTown()
  const [language] = useLanguage()
  const number = channels.find(({ kind, displayNumber }) => kind === 'whatsapp' && displayNumber)?.displayNumber
  const hasChat = channels.some(({ kind }) => kind === 'webchat')
  const [kind, setKind] = useState<'whatsapp' | 'webchat'>(number ? 'whatsapp' : 'webchat')
  const [keyword, setKeyword] = useState('hola')
  if (!number && !hasChat) return <p className={forms.note}>{t('noNumber')}</p>
  const link =
    kind === 'whatsapp' && number
      ? whatsAppLink(fullNumber(number, town.country), keyword)
      : `${location.origin}/chat/${town.key}`
  // Citizens read it: in the town's language, whatever the officer's is.
  const spoken = interfaceLanguages.find(code => code === town.defaultLanguage) ?? language
  const words = connectionWords.catalogues[spoken][kind === 'whatsapp' ? 'invitation' : 'invitationWeb']
  const poster = { link, name: town.name, words }
  const fileName = `${town.key}-${kind}`
  return (
    <div className={styles.poster}>
      <div className={styles.code}>
        <QrCode text={link} label={t('qr', { link })} size={PREVIEW_PX} />
      </div>
      <div className={styles.posterForm}>
        {number && hasChat && (
          <SegmentedControl
            aria-label={t('opens')}
            value={kind}
            onChange={value => setKind(value === 'webchat' ? 'webchat' : 'whatsapp')}
            data={[
              { value: 'whatsapp', label: t('whatsapp') },
              { value: 'webchat', label: t('webchat') },
            ]}
          />
        )}
        {kind === 'whatsapp' && (
          <TextInput
            label={t('keyword')}
            description={t('keywordHelp')}
            maxLength={100}
            value={keyword}
            onChange={event => setKeyword(event.currentTarget.value)}
          />
        )}
        <CopyLine label={t('link')} value={link} />
        <div className={styles.row}>
          <Button
            leftSection={<Download size={16} aria-hidden="true" />}
            onClick={async () => savePicture(`${fileName}.png`, await posterPng(poster, PNG_PX))}
          >
            {t('png')}
          </Button>
          <Button
            variant="default"
            leftSection={<Download size={16} aria-hidden="true" />}
            onClick={() =>
              savePicture(`${fileName}.svg`, new Blob([posterSvg(poster, SVG_PX)], { type: 'image/svg+xml' }))
            }
          >
            {t('svg')}
          </Button>
        </div>
      </div>
    </div>
  )
}
