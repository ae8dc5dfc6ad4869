import { type Flow, type Language, type LocalizedText, momentWords, type TownData, textIn } from '@pregoner/shared'
import { useMemo } from 'react'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { useLanguage } from '../i18n/index.ts'

export interface Names {
  step(node: string): string
  exit(node: string, exit: string): string
  department(id: string): string
  topic(id: string): string
  service(id: string): string
  /** A moment as it is said in the town. */
  moment(at: string): string
}

const byId = (
  list: readonly { id: string; name: LocalizedText }[],
  id: string,
  language: Language,
  fallback: Language,
) => {
  const found = list.find(one => one.id === id)
  return (found && textIn(found.name, language, fallback)) || id
}

/** What steps, exits, departments and topics are called on the officer's screen. */
export function useNames(flows: readonly Flow[], town: TownData): Names {
  const [language] = useLanguage()
  return useMemo(() => {
    const nodes = flows.flatMap(flow => flow.nodes)
    const node = (id: string) => nodes.find(one => one.id === id)
    return {
      step(id) {
        const found = node(id)
        return found ? titleOf(found, language) : id
      },
      exit(id, exit) {
        const found = node(id)
        return found ? exitLabel(found, exit, language) : exit
      },
      department: id => byId(town.departments, id, language, town.defaultLanguage),
      service: id => byId(town.bookableServices ?? [], id, language, town.defaultLanguage),
      moment: at => momentWords(at, language, town.timeZone),
      topic: id => byId(town.topics, id, language, town.defaultLanguage),
    }
  }, [flows, town, language])
}
