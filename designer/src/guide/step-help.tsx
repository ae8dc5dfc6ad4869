import type { FlowNode } from '@pregoner/shared'
import { CircleHelp } from 'lucide-react'
import { exitLabel, kindHint } from '../editor/labels.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './guide.module.css'
import { exampleFor, exitHelp, helpWords } from './help.ts'

/** What a step is for; and, for who asks, an example and what its exits mean. */
export function StepHelp({ node }: { node: FlowNode }) {
  const t = useWords(helpWords)
  const [language] = useLanguage()
  const exits = exitHelp(node)
  return (
    <div className={styles.help}>
      <p className={styles.hint}>{kindHint(node.type)}</p>
      <details>
        <summary className={styles.ask}>
          <CircleHelp size={16} aria-hidden /> {t('what')}
        </summary>
        <div className={styles.answer}>
          <p>
            <strong>{t('example')}:</strong> {exampleFor(node.type)}
          </p>
          {exits.length === 0 ? (
            <p>{t('noExits')}</p>
          ) : (
            <>
              <p>
                <strong>{t('exits')}</strong>
              </p>
              <dl className={styles.exits}>
                {exits.map(({ words, exits: ids }) => (
                  <div key={words}>
                    <dt>{ids.map(id => exitLabel(node, id, language)).join(' · ')}</dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      </details>
    </div>
  )
}
