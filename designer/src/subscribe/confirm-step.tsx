import { CheckCircle2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { QrCode } from '../account/qr-code.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { fullNumber } from '../settings/full-number.ts'
import { whatsAppLink } from '../settings/poster.ts'
import track from '../track/track.module.css'
import type { KeptAsk } from './kept-ask.ts'
import styles from './subscribe.module.css'
import { useFormState } from './use-form-state.ts'
import { subscribeWords } from './words.ts'

const QR_PX = 200

interface ConfirmStepProps {
  townKey: string
  /** The number of the channel, as it is printed. */
  channel: string
  country: 'ES' | 'IT'
  asked: KeptAsk
  onBegin: () => void
}

/** What is left to do on the phone, until the message has come or the code is over. */
export function ConfirmStep({ townKey, channel, country, asked, onBegin }: ConfirmStepProps) {
  const t = useWords(subscribeWords)
  const { state, isOffline } = useFormState(townKey, asked.code)
  const heading = useRef<HTMLHeadingElement>(null)
  const over = state === 'confirmed' || state === 'waiting' ? state : 'expired'
  // What is shown is new each time: whoever listens to the page begins at its heading.
  useEffect(() => {
    if (over) heading.current?.focus()
  }, [over])

  if (state === 'confirmed')
    return (
      <section className={track.matter}>
        <h2 ref={heading} tabIndex={-1} className={track.status} data-tone="resolved">
          <CheckCircle2 size={24} aria-hidden="true" />
          {t('doneTitle')}
        </h2>
        <p>{t('done')}</p>
        <p className={track.hint}>{t('leave')}</p>
        <Begin label={t('again')} onBegin={onBegin} />
      </section>
    )
  if (state !== 'waiting')
    return (
      <section className={track.trouble}>
        <h2 ref={heading} tabIndex={-1}>
          {t('expiredTitle')}
        </h2>
        <p>{t('expired')}</p>
        <Begin label={t('restart')} onBegin={onBegin} />
      </section>
    )
  const link = whatsAppLink(fullNumber(channel, country), t('confirmSentence', { code: asked.code }))
  return (
    <section className={styles.confirm}>
      <h2 ref={heading} tabIndex={-1}>
        {t('confirmTitle')}
      </h2>
      <p>{t('confirmLead', { number: asked.number })}</p>
      <a className={`${track.download} ${styles.open}`} href={link} target="_blank" rel="noopener noreferrer">
        {t('open')}
      </a>
      <div className={styles.scan}>
        <QrCode text={link} label={t('qr')} size={QR_PX} />
        <p>{t('scan')}</p>
      </div>
      <div className={styles.part}>
        <p>{t('byHand', { channel })}</p>
        <CodeLine code={asked.code} />
      </div>
      <Waiting expiresAt={asked.expiresAt} isOffline={isOffline} />
      <Begin label={t('change')} onBegin={onBegin} />
    </section>
  )
}

function Waiting({ expiresAt, isOffline }: { expiresAt: string; isOffline: boolean }) {
  const t = useWords(subscribeWords)
  const formats = useFormats()
  return (
    <div className={styles.waiting}>
      <p role="status">{t(isOffline ? 'offline' : 'waiting')}</p>
      <p className={track.hint}>{t('until', { time: formats.time(expiresAt) })}</p>
    </div>
  )
}

function CodeLine({ code }: { code: string }) {
  const t = useWords(subscribeWords)
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false), // the code can still be selected
    )
  return (
    <div className={track.line}>
      <code className={styles.code}>{code}</code>
      {navigator.clipboard && (
        <button type="button" className={track.quiet} onClick={copy}>
          {t(isCopied ? 'copied' : 'copy')}
        </button>
      )}
    </div>
  )
}

const Begin = ({ label, onBegin }: { label: string; onBegin: () => void }) => (
  <button type="button" className={`${track.quiet} ${styles.submit}`} onClick={onBegin}>
    {label}
  </button>
)
