import type { Role } from '@pregoner/shared'
import { CircleHelp, type LucideIcon, Workflow } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useFlows } from '../api/flows.ts'
import { useTownOverview } from '../api/town.ts'
import { stepsFor } from '../canvas/step-chooser.tsx'
import { StepIcon } from '../canvas/step-icon.tsx'
import { familyOf } from '../editor/labels.ts'
import { holdsWords } from '../editor/plain-text.ts'
import type { Editor } from '../editor/store.ts'
import { flowAddress } from '../flows/trail.ts'
import { sectionsFor } from '../frame/sections.ts'
import { frameWords } from '../frame/words.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import { type Place, PlaceList } from './place-list.tsx'
import styles from './search.module.css'
import type { OpenFlow } from './search-store.ts'
import { searchWords } from './words.ts'

interface GoToProps {
  townKey: string
  role: Role
  flow: OpenFlow | null
  onStep(flowId: string, step: string): void
  onLeave(address: string): void
  onClose(): void
}

const PlainIcon = ({ Icon }: { Icon: LucideIcon }) => (
  <span className={styles.icon}>
    <Icon size={16} aria-hidden />
  </span>
)

/** Goes to a step of the open flow, to another flow or to a page; the arrow keys choose, Enter goes. */
export function GoTo({ townKey, role, flow, onStep, onLeave, onClose }: GoToProps) {
  const t = useWords(searchWords)
  const sections = useWords(frameWords)
  const [text, setText] = useState('')
  const steps = useSteps(flow?.editor ?? null, text, onStep)
  const flows = useFlows(townKey, role !== 'agent').data
  const town = useTownOverview().data?.town
  const here = flow?.editor.getState().flow.id

  const groups = useMemo(() => {
    const others = (flows ?? []).filter(({ id, name }) => id !== here && holdsWords(name, text))
    const pages = sectionsFor(role, town).filter(({ path }) => holdsWords(sections(path), text))
    return [
      { label: t('steps'), places: steps },
      {
        label: t('flows'),
        places: others.map(({ id, name }): Place => {
          const go = () => onLeave(flowAddress({ townKey, flow: id }))
          return { value: `flow ${id}`, title: name, hint: '', icon: <PlainIcon Icon={Workflow} />, go }
        }),
      },
      {
        label: t('pages'),
        places: pages.map(({ path, Icon }): Place => {
          const go = () => onLeave(`/t/${townKey}/${path}`)
          return { value: `page ${path}`, title: sections(path), hint: '', icon: <PlainIcon Icon={Icon} />, go }
        }),
      },
    ].filter(({ places }) => places.length > 0)
  }, [flows, here, role, town, sections, steps, t, text, townKey, onLeave])

  return <PlaceList groups={groups} text={text} onText={setText} onClose={onClose} />
}

const noSteps: Place[] = []

function useSteps(editor: Editor | null, text: string, onStep: GoToProps['onStep']): Place[] {
  const flow = editor?.getState().flow
  const language = editor?.getState().language
  return useMemo(() => {
    if (!flow || !language) return noSteps
    return stepsFor(flow, text, language, () => true).map(({ value, type, title, hint }): Place => {
      const icon = <StepIcon Icon={nodeView(type)?.Icon ?? CircleHelp} family={familyOf(type)} />
      return { value: `step ${value}`, title, hint, icon, go: () => onStep(flow.id, value) }
    })
  }, [flow, language, text, onStep])
}
