import { type Rule, readsValue, type TownData, textIn } from '@pregoner/shared'
import { useLanguage, useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import { useVariableName } from './variable-name.ts'

/** A rule as a sentence: "barri is Nord", "is subscribed to Alerts". */
export function useRuleText(town: TownData | undefined): (rule: Rule) => string {
  const t = useWords(nodeWords)
  const nameOf = useVariableName()
  const [language] = useLanguage()
  return ({ value, operator, operand }) => {
    const topic = operator.endsWith('subscribed_to') ? town?.topics.find(({ id }) => id === operand) : undefined
    const compared = topic ? textIn(topic.name, language, town?.defaultLanguage ?? language) : operand
    const isAlone = operator === 'is_set' || operator === 'is_not_set'
    const subject = readsValue(operator) ? nameOf(value) || '…' : ''
    return [subject, t(`operator.${operator}`), isAlone ? '' : compared || '…'].filter(Boolean).join(' ')
  }
}
