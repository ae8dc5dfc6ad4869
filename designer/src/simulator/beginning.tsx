import { Button } from '@mantine/core'
import { type Flow, type Language, nodeDefinition } from '@pregoner/shared'
import { Play } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './simulator.module.css'
import { simulatorWords } from './words.ts'

const MAX_WORDS = 4

interface BeginningProps {
  flow: Flow
  language: Language | null
  onSay: (word: string) => void
  onBegin: (node: string) => void
}

/** What a new simulation offers: the words that begin the flow, or its start. */
export function Beginning({ flow, language, onSay, onBegin }: BeginningProps) {
  const t = useWords(simulatorWords)
  const starts = flow.nodes.filter(({ type }) => nodeDefinition(type)?.family === 'starts')
  const [first] = starts
  if (!first) return <p className={styles.hello}>{t('no_start')}</p>
  const words = starts
    .flatMap(({ type, config }) => {
      const parsed = nodeDefinition(type)?.config.safeParse(config)
      return parsed?.success ? (nodeView(type)?.wordsToTry?.(parsed.data, language ?? flow.defaultLanguage) ?? []) : []
    })
    .slice(0, MAX_WORDS)
  return (
    <div className={styles.hello}>
      <p>
        <strong>{t('hello')}</strong> {t(words.length > 0 ? 'hello_words' : 'hello_no_words')}
      </p>
      <div className={styles.words}>
        {words.map(word => (
          <Button key={word} size="compact-md" variant="default" onClick={() => onSay(word)}>
            {word}
          </Button>
        ))}
        <Button
          size="compact-md"
          variant="light"
          leftSection={<Play size={14} aria-hidden="true" />}
          onClick={() => onBegin(first.id)}
        >
          {t('begin')}
        </Button>
      </div>
    </div>
  )
}
