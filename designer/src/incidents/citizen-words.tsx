import { Button, CopyButton } from '@mantine/core'
import type { AnswerValue, IncidentDetail, Place } from '@pregoner/shared'
import { Check, Copy, ExternalLink, MapPin } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import { AnswerText } from './answer-text.tsx'
import detail from './detail.module.css'
import { geographyWords } from './geography-words.ts'
import { MediaList } from './media-list.tsx'
import { placeInWords, useNames } from './names.ts'
import styles from './told.module.css'
import { deskWords } from './words.ts'

/** What the citizen told: text, photos and files, place, other answers. */
export function CitizenWords({ town, incident }: { town: string; incident: IncidentDetail }) {
  const t = useWords(deskWords)
  const names = useNames()
  const { text, reference, category } = incident
  const readAbove = [text, reference, category, names.category(category)]
  const answers = Object.entries(incident.answers).flatMap(([name, value]) => {
    const words = answerInWords(value, t('yes'), t('no'))
    return words === null || readAbove.includes(words) ? [] : [[name, words] as const]
  })
  return (
    <>
      <section className={detail.part}>
        <h3>{t('theySaid')}</h3>
        <blockquote className={styles.said} lang={incident.language} dir="auto">
          <MarkedText text={incident.text || incident.summary} />
        </blockquote>
      </section>
      {incident.media.length > 0 && (
        <section className={detail.part}>
          <h3>{t('photos')}</h3>
          <MediaList town={town} media={incident.media} />
        </section>
      )}
      {incident.place && <PlacePart place={incident.place} incident={incident} />}
      {answers.length > 0 && (
        <section className={detail.part}>
          <h3>{t('answers')}</h3>
          <dl className={styles.answers}>
            {answers.map(([name, words]) => (
              <div key={name}>
                <dt>{name.replaceAll('_', ' ')}</dt>
                <dd>
                  <AnswerText text={words} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function PlacePart({ place, incident }: { place: Place; incident: IncidentDetail }) {
  const t = useWords(deskWords)
  const g = useWords(geographyWords)
  const district = useNames().district(incident.districtId)
  const words = placeInWords(place)
  const [longitude, latitude] = incident.spot?.at ?? []
  const point = latitude === undefined ? null : `${latitude}, ${longitude}`
  if (!words) return null
  return (
    <section className={detail.part}>
      <h3>{t('place')}</h3>
      <div className={styles.place}>
        <p className={styles.placeWords}>
          <MapPin size={18} aria-hidden="true" />
          <span>
            {words}
            {district && ` · ${district}`}
          </span>
        </p>
        {incident.spot && !incident.spot.isExact && <p className={detail.hint}>{g('about')}</p>}
        {point && (
          <div className={styles.placeActions}>
            <CopyButton value={point}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  mih="var(--target)"
                  variant="default"
                  leftSection={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
                  onClick={copy}
                >
                  {t(copied ? 'copied' : 'copyPlace')}
                </Button>
              )}
            </CopyButton>
            <Button
              component="a"
              size="compact-sm"
              mih="var(--target)"
              variant="default"
              href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`}
              target="_blank"
              rel="noreferrer"
              title={t('placeOutside')}
              rightSection={<ExternalLink size={14} aria-hidden="true" />}
            >
              {t('openMap')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

/** An answer as words; null for photos and places, which are shown elsewhere, and for what is empty. */
function answerInWords(value: AnswerValue, yes: string, no: string): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return null
  const words = value.filter(part => typeof part === 'string')
  return words.length > 0 ? words.join(', ') : null
}
