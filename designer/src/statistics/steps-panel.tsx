import { type DroppedStep, textIn } from '@pregoner/shared'
import { Link } from 'react-router'
import { useTown } from '../api/town.ts'
import { flowAddress } from '../flows/trail.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { nodeWords } from '../nodes/words.ts'
import { useSaid } from './compared.ts'
import { FigureTable } from './figure-table.tsx'
import { Panel } from './panel.tsx'
import styles from './statistics.module.css'
import { figureWords } from './words/figures.ts'

const MAX_TITLE_CHARS = 80
const isNodeWord = (key: string): key is keyof typeof nodeWords.catalogues.ca =>
  Object.hasOwn(nodeWords.catalogues.ca, key)

/** Where people leave, the worst first; each leads to its place in the drawing. */
export function StepsPanel({ steps }: { steps: DroppedStep[] }) {
  const t = useWords(figureWords)
  const node = useWords(nodeWords)
  const [language] = useLanguage()
  const town = useTown()
  const { number } = useFormats()
  const said = useSaid()
  const titleOf = ({ name, words, type }: DroppedStep): string => {
    const key = `type.${type}`
    const title = name || textIn(words, language, town.defaultLanguage) || (isNodeWord(key) ? node(key) : '')
    return title.length > MAX_TITLE_CHARS ? `${title.slice(0, MAX_TITLE_CHARS).trimEnd()}…` : title
  }
  return (
    <Panel title={t('steps')} help={t(steps.length > 0 ? 'stepsHelp' : 'noSteps')} file="steps">
      {steps.length > 0 && (
        <FigureTable
          caption={t('steps')}
          nameLabel={t('step')}
          columns={[t('left'), t('stays'), t('leftShare')]}
          rows={steps.map(step => ({
            key: `${step.flowId} ${step.node}`,
            name: (
              <>
                {step.type ? (
                  <Link to={flowAddress({ townKey: town.key, flow: step.flowId, step: step.node })}>
                    {titleOf(step)}
                  </Link>
                ) : (
                  t('gone')
                )}
                <span className={styles.flowName}>{step.flowName}</span>
              </>
            ),
            bar: step.left,
            cells: [number(step.left), number(step.stays), said.share(step.left, step.stays)],
          }))}
        />
      )}
    </Panel>
  )
}
