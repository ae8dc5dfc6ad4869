import type { Passage, Place, Said, TownData } from '@pregoner/shared'
import { useMemo, useRef, useState } from 'react'
import { mediaUrl } from '../api/town.ts'
import { useEditorState } from '../editor/context.tsx'
import { closeByEscape } from '../frame/close-by-escape.ts'
import { useWords } from '../i18n/index.ts'
import { PhoneFrame } from '../phone/index.ts'
import { KeepAsTest } from '../tests/keep-as-test.tsx'
import type { Recording } from '../tests/tests-store.ts'
import { Beginning } from './beginning.tsx'
import { Composer } from './composer.tsx'
import { Lines } from './lines.tsx'
import { useNames } from './names.ts'
import { Others } from './others.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import styles from './simulator.module.css'
import { Toolbar } from './toolbar.tsx'
import { useTownTimes } from './town-times.ts'
import { Unpublished } from './unpublished.tsx'
import { useKeptAtFoot } from './use-kept-at-foot.ts'
import { useLocalFiles } from './use-local-files.ts'
import { useOtherFlows } from './use-other-flows.ts'
import { useSimulation } from './use-simulation.ts'
import { Values } from './values.tsx'
import { simulatorWords } from './words.ts'

interface SimulatorProps {
  town: TownData
  /** A conversation to begin with, as it was kept. */
  recording?: Recording | null
  /** Told of the steps passed so far, so that the drawing can light them up. */
  onPath: (passages: Passage[]) => void
  onClose: () => void
}

const nothingSaid: Said = { text: null, choiceId: null, media: [], place: null }

/** A phone in which the officer tries the draft: the same engine as on WhatsApp, with a clock of its own. */
export default function Simulator({ town, recording = null, onPath, onClose }: SimulatorProps) {
  const t = useWords(simulatorWords)
  const flow = useEditorState(state => state.flow)
  const beside = useOtherFlows(town.key, flow)
  const others = beside.flows
  const player = useSimulation({ flow, town, otherFlows: others, recording, onPath })
  const files = useLocalFiles()
  const times = useTownTimes(town.timeZone)
  const names = useNames(
    useMemo(() => [flow, ...others], [flow, others]),
    town,
  )
  const [isPlaceOpen, setPlaceOpen] = useState(false)
  const log = useRef<HTMLDivElement>(null)
  const { simulation, setup, play } = player
  const count = simulation.lines.length

  useKeptAtFoot(log, count)

  const say = (said: Partial<Said>) => play({ kind: 'say', said: { ...nothingSaid, ...said } })
  const sendPlace = (place: Place) => {
    setPlaceOpen(false)
    say({ place })
  }

  return (
    <section
      className={styles.simulator}
      aria-label={t('title')}
      onKeyDown={closeByEscape('[data-guide="simulator"]', onClose)}
    >
      <Toolbar player={player} flow={flow} town={town} onClose={onClose}>
        <KeepAsTest
          recording={player}
          simulation={simulation}
          names={names}
          onlyDrawn={beside.unpublished.filter(({ isPublished }) => beside.playsDrawings || !isPublished)}
        />
      </Toolbar>
      <Unpublished {...beside} />
      <div className={styles.phone}>
        <PhoneFrame
          title={town.name}
          headingLevel={3}
          logRef={log}
          logLabel={t('log')}
          footer={<Composer keep={files.keep} onSay={say} onPlace={() => setPlaceOpen(true)} />}
        >
          {count === 0 && (
            <Beginning
              flow={flow}
              language={setup.language}
              onSay={text => say({ text })}
              onBegin={node => play({ kind: 'begin', node })}
            />
          )}
          <Lines
            lines={simulation.lines}
            names={names}
            times={times}
            mediaUrl={id => files.urlOf(id) ?? mediaUrl(town.key, id)}
            onChoose={choice => say({ text: choice.label, choiceId: choice.id })}
            onSendPlace={() => setPlaceOpen(true)}
          />
        </PhoneFrame>
      </div>
      <Others simulation={simulation} onPlay={play} />
      <Values player={player} town={town} names={names} times={times} />
      <PlaceDialog isOpen={isPlaceOpen} onClose={() => setPlaceOpen(false)} onSend={sendPlace} />
    </section>
  )
}
