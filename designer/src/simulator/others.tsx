import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type Act, type Answers, newReference, type Simulation } from '@pregoner/shared'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import formStyles from '../nodes/fields/form.module.css'
import styles from './simulator.module.css'
import { simulatorWords } from './words.ts'

interface OthersProps {
  simulation: Simulation
  onPlay: (act: Act) => void
}

const effectsOf = ({ lines }: Simulation) => lines.flatMap(line => (line.kind === 'effect' ? [line.effect] : []))

/** Where the officer plays whoever else has a part: the service that was called, the department that must answer. */
export function Others({ simulation, onPlay }: OthersProps) {
  const { wait } = simulation.session
  const effects = effectsOf(simulation)
  const called = wait?.kind === 'effect' ? effects.findLast(effect => effect.kind === 'call_service') : undefined
  if (called) return <Service key={called.turn} names={Object.keys(called.map)} onPlay={onPlay} />
  const looked = wait?.kind === 'effect' ? effects.findLast(effect => effect.kind === 'find_duplicates') : undefined
  if (looked) return <SameNearby key={looked.turn} onPlay={onPlay} />
  const hasIncident = effects.some(effect => effect.kind === 'open_incident')
  return hasIncident ? <People isWaiting={wait?.kind === 'people'} onPlay={onPlay} /> : null
}

function Service({ names, onPlay }: { names: string[]; onPlay: (act: Act) => void }) {
  const t = useWords(simulatorWords)
  const [values, setValues] = useState<Answers>({})
  return (
    <section className={styles.others} aria-label={t('service.title')}>
      <h3 className={styles.othersTitle}>{t('service.title')}</h3>
      {names.map(name => (
        <TextInput
          key={name}
          label={t('service.value', { name })}
          value={String(values[name] ?? '')}
          onChange={event => setValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
      <Group gap="xs">
        <Button size="compact-md" onClick={() => onPlay({ kind: 'service', ok: true, values })}>
          {t('service.ok')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onPlay({ kind: 'service', ok: false, values: {} })}>
          {t('service.failed')}
        </Button>
      </Group>
    </section>
  )
}

/** Whether somebody has reported the same nearby, as the officer wants it. */
function SameNearby({ onPlay }: { onPlay: (act: Act) => void }) {
  const t = useWords(simulatorWords)
  const { key } = useTown()
  const values = { reference: newReference(key, () => 0), meters: 40, days: 2 }
  return (
    <section className={styles.others} aria-label={t('same.title')}>
      <h3 className={styles.othersTitle}>{t('same.title')}</h3>
      <Group gap="xs">
        <Button size="compact-md" onClick={() => onPlay({ kind: 'service', ok: true, values })}>
          {t('same.one')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onPlay({ kind: 'service', ok: false, values: {} })}>
          {t('same.none')}
        </Button>
      </Group>
    </section>
  )
}

function People({ isWaiting, onPlay }: { isWaiting: boolean; onPlay: (act: Act) => void }) {
  const t = useWords(simulatorWords)
  const [text, setText] = useState('')
  const answer = (event: 'answered' | 'closed' | 'unattended') => {
    onPlay({ kind: 'people', event, text: event === 'unattended' ? '' : text.trim() })
    setText('')
  }
  return (
    <details className={styles.others} open={isWaiting}>
      <summary className={`${formStyles.folding} ${styles.othersTitle}`}>
        {t(isWaiting ? 'people.waiting' : 'people.title')}
      </summary>
      <Textarea
        label={t('people.text')}
        autosize
        minRows={2}
        maxRows={5}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button size="compact-md" disabled={text.trim() === ''} onClick={() => answer('answered')}>
          {t('people.answer')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => answer('closed')}>
          {t('people.close')}
        </Button>
        {isWaiting && (
          <Button size="compact-md" variant="subtle" onClick={() => answer('unattended')}>
            {t('people.unattended')}
          </Button>
        )}
      </Group>
    </details>
  )
}
