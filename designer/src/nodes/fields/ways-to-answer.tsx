import { TextInput } from '@mantine/core'
import { meaningIn, nodeDefinition, textIn } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { useLanguage, useWords } from '../../i18n/index.ts'
import { useStepName } from '../step-name.ts'
import { answerRules, examplesOf, type Reached, type Said, tryAnswer } from '../try-answer.ts'
import { plainWords } from '../value-names.ts'
import { textsWords } from '../words/texts.ts'
import { useWhere } from './form.tsx'
import styles from './preview.module.css'
import type { BelowProps } from './preview-phone.tsx'

/** How citizens may answer, each way with an example of this very step, and a field to try any answer in. */
export function WaysToAnswer({ of, language }: BelowProps) {
  const t = useWords(textsWords)
  const { flow, type, config } = of
  const examples = useMemo(() => examplesOf(of, language, new Date()), [of, language])
  const [tried, setTried] = useState<Said | null>(null)
  const text = tried && 'text' in tried ? tried.text : ''
  const isTried = tried !== null && (text.trim() !== '' || 'tap' in tried)
  const reached = useMemo(
    () => (isTried ? tryAnswer(of, language, tried, new Date()) : null),
    [of, language, tried, isTried],
  )
  const optionOf = (exit: string) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.safeParse(config)
    const offers = parsed?.success ? (definition?.offers?.(parsed.data) ?? []) : []
    return textIn(offers.find(({ id }) => id === exit)?.label, language, flow.defaultLanguage) || exit
  }
  return (
    <div data-field="answers" className={styles.answers}>
      <h4 className={styles.waysTitle}>{t('answers')}</h4>
      <p className={styles.quiet}>{t('answers.hint')}</p>
      <dl className={styles.ways}>
        {answerRules.map(rule => {
          const example = examples[rule]
          return (
            <div key={rule} className={styles.way}>
              <dt>{t(`rule.${rule}`)}</dt>
              <dd>
                {example ? (
                  <>
                    <button
                      type="button"
                      lang={language}
                      aria-label={t('answers.example', { text: example.words })}
                      onClick={() => setTried(example.said)}
                    >
                      {example.words}
                    </button>
                    {rule !== 'tap' && rule !== 'label' && <span lang={language}>→ {optionOf(example.exit)}</span>}
                  </>
                ) : (
                  (rule === 'synonym' && t('answers.no_synonym')) || (rule === 'near' && t('answers.no_near')) || '–'
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <TextInput
        label={t('answers.try')}
        value={text}
        lang={language}
        onChange={event => setTried({ text: event.currentTarget.value })}
      />
      <p className={styles.reached} role="status" data-kind={reached?.kind}>
        {reached && <ReachedWords reached={reached} said={text} optionOf={optionOf} />}
      </p>
    </div>
  )
}

interface ReachedWordsProps {
  reached: Reached
  said: string
  optionOf(exit: string): string
}

function ReachedWords({ reached, said, optionOf }: ReachedWordsProps) {
  const t = useWords(textsWords)
  const [screenLanguage] = useLanguage()
  const { flow } = useWhere()
  const nameOf = useStepName(flow.defaultLanguage)
  switch (reached.kind) {
    case 'option':
      return t('reached.option', {
        option: optionOf(reached.exit),
        rule: t(`rule.${reached.rule}`).toLocaleLowerCase(),
      })
    case 'word':
      return t('reached.word', { word: said.trim(), meaning: meaningIn(reached.word, screenLanguage) })
    case 'start': {
      const start = flow.nodes.find(({ id }) => id === reached.node)
      return t('reached.start', { step: start ? nameOf(start) : reached.node })
    }
    case 'exit':
      return t('reached.exit')
    case 'nothing':
      return t('reached.nothing', { text: plainWords(reached.says.split('\n')[0] ?? '') })
  }
}
