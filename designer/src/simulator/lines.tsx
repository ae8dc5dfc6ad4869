import type { Choice, Ending, Line } from '@pregoner/shared'
import { CircleAlert, CircleStop, Clock, Info, Landmark } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import { nodeWords } from '../nodes/words.ts'
import { Bubble, SaidBubble } from '../phone/index.ts'
import { effectText } from './effect-words.ts'
import type { Names } from './names.ts'
import styles from './simulator.module.css'
import type { TownTimes } from './town-times.ts'
import { simulatorWords } from './words.ts'

interface LinesProps {
  lines: readonly Line[]
  names: Names
  times: TownTimes
  mediaUrl: (mediaId: string) => string
  onChoose: (choice: Choice) => void
  onSendPlace: () => void
}

/** What happened so far: bubbles, and between them quiet notes for the officer. */
export const Lines = ({ lines, ...given }: LinesProps) =>
  // Lines are only ever added at the end or done again from the beginning, so their order is their identity.
  lines.map((line, index) => <OneLine key={`${index}-${line.kind}`} line={line} {...given} />)

function OneLine({ line, names, times, mediaUrl, onChoose, onSendPlace }: Omit<LinesProps, 'lines'> & { line: Line }) {
  const t = useWords(simulatorWords)
  const time = times.hour(line.at)
  switch (line.kind) {
    case 'me':
      return (
        <>
          <SaidBubble
            text={line.said.text ?? ''}
            media={line.said.media}
            place={line.said.place}
            time={time}
            mediaUrl={mediaUrl}
          />
          {line.rule && <Rule rule={line.rule} />}
        </>
      )
    case 'town':
      return (
        <Bubble message={line.message} time={time} mediaUrl={mediaUrl} onChoose={onChoose} onSendPlace={onSendPlace} />
      )
    case 'effect':
      return <EffectLine line={line} names={names} />
    case 'ending':
      return <EndingLine ending={line.ending} names={names} />
    case 'clock':
      return <Note Icon={Clock}>{t('line.clock', { time: times.short(line.at) })}</Note>
    case 'no_reply':
      return <Note Icon={Clock}>{t('line.no_reply', { step: names.step(line.node) })}</Note>
    case 'service':
      return <Note Icon={Info}>{t(line.ok ? 'line.service_ok' : 'line.service_failed')}</Note>
    case 'people':
      return <Note Icon={Landmark}>{t(`line.${line.event}`)}</Note>
    case 'begun':
      return <Note Icon={Info}>{t('line.begun')}</Note>
    case 'silence':
      return <Note Icon={CircleAlert}>{t('line.silence')}</Note>
  }
}

const rules = ['tap', 'number', 'label', 'synonym', 'near'] as const

function Rule({ rule }: { rule: string }) {
  const t = useWords(simulatorWords)
  const known = rules.find(one => one === rule)
  return <p className={styles.rule}>{known ? t(`rule.${known}`) : t('rule.other', { rule })}</p>
}

interface NoteProps {
  Icon: typeof Info
  isWrong?: boolean
  isStrong?: boolean
  children: ReactNode
}

const Note = ({ Icon, isWrong = false, isStrong = false, children }: NoteProps) => (
  <p className={[styles.note, isWrong && styles.wrong, isStrong && styles.strong].filter(Boolean).join(' ')}>
    <Icon size={15} aria-hidden="true" />
    <span>{children}</span>
  </p>
)

function EffectLine({ line, names }: { line: Extract<Line, { kind: 'effect' }>; names: Names }) {
  const t = useWords(simulatorWords)
  const nodeWord = useWords(nodeWords)
  const { effect } = line
  const isIncident = effect.kind === 'open_incident'
  return (
    <Note Icon={isIncident ? Landmark : Info} isStrong={isIncident}>
      {effectText(effect, { t, nodeWord, names })}
    </Note>
  )
}

function EndingLine({ ending, names }: { ending: Ending; names: Names }) {
  const t = useWords(simulatorWords)
  if (ending.kind === 'ended') return <Note Icon={CircleStop}>{t('ending.ended')}</Note>
  if (ending.kind === 'failed')
    return (
      <Note Icon={CircleAlert} isWrong>
        {t('ending.failed')}
      </Note>
    )
  const step = names.step(ending.node)
  const exit = ending.kind === 'leads_nowhere' ? names.exit(ending.node, ending.exit) : ''
  return (
    <Note Icon={CircleAlert} isWrong>
      {ending.kind === 'leads_nowhere'
        ? t('ending.leads_nowhere', { exit, step })
        : t(`ending.${ending.kind}`, { step })}
    </Note>
  )
}
