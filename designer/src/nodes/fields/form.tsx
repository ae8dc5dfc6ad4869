import { Loader, Stack } from '@mantine/core'
import type { Flow } from '@pregoner/shared'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { FlowLanguagesProvider } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { variablesBefore } from '../variables.ts'
import type { FormProps } from '../view.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'

interface Where {
  flow: Flow
  node: string
  townName: string
}
const Where = createContext<Where | null>(null)

/** The flow and the node a form is about, for the fields that offer names set earlier. */
export function useWhere(): Where {
  const where = useContext(Where)
  if (!where) throw new Error('useWhere outside a node form')
  return where
}

/** Every name a text of this step may fill in, columns of tables aside. */
export function useKnownNames(): ReadonlySet<string> {
  const { flow, node } = useWhere()
  return useMemo(() => {
    const { builtIn, answers } = variablesBefore(flow, node)
    return new Set([...builtIn, ...answers])
  }, [flow, node])
}

/** What every form begins with: its languages and its place in the flow. */
export function NodeForm<Config>(props: FormProps<Config> & { children: ReactNode }) {
  const { languages, flow, node, town, children } = props
  const t = useWords(nodeWords)
  const spoken = useMemo(
    () => ({ languages, defaultLanguage: flow.defaultLanguage }),
    [languages, flow.defaultLanguage],
  )
  const townName = town?.name ?? ''
  const where = useMemo(() => ({ flow, node, townName }), [flow, node, townName])
  if (!town) return <Loader aria-label={t('loading_town')} size="sm" />
  return (
    <FlowLanguagesProvider value={spoken}>
      <Where value={where}>
        <Stack gap="lg">{children}</Stack>
      </Where>
    </FlowLanguagesProvider>
  )
}

/** A titled part of a form. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}

/** Rarely needed fields, folded away until asked for. */
export function More({ children, title }: { children: ReactNode; title?: string }) {
  const t = useWords(nodeWords)
  return (
    <details className={styles.more}>
      <summary className={`${styles.folding} ${styles.moreSummary}`}>{title ?? t('more')}</summary>
      <Stack gap="md" pt="sm">
        {children}
      </Stack>
    </details>
  )
}

/** Marks the part of a form that a problem's `field` names, so that the officer can be brought to it. */
export const At = ({ field, children }: { field: string; children: ReactNode }) => (
  <div data-field={field}>{children}</div>
)
