import { Button, Select } from '@mantine/core'
import { type Flow, type Language, townDateTime } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, BadgeCheck, Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { isApiError } from '../api/api-error.ts'
import { useApprovals } from '../api/approvals.ts'
import { flowsKey, readDraft, readVersion, useVersions } from '../api/flows.ts'
import { useTown } from '../api/town.ts'
import { useLoadedFlows } from '../check/published-flows.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { usePageTitle } from '../frame/page-title.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { KeepAll } from './keep-all.tsx'
import styles from './script.module.css'
import { Script } from './script.tsx'
import { usePaths } from './use-paths.ts'
import { Walking } from './walking.tsx'
import { scriptWords } from './words.ts'

const DRAFT = 'draft'
const ALL = 'all'
const unknown: readonly Language[] = []

/** The languages a reader asked for: one of the flow's, or all of them. */
function wantedLanguages(flow: Flow | undefined, asked: string | null): readonly Language[] {
  if (!flow) return unknown
  if (asked === ALL) return flow.languages
  return [flow.languages.find(code => code === asked) ?? flow.defaultLanguage]
}

/** The flows beside a drawing; those that a version has frozen as they were then. */
function useFlowsBeside(published: readonly Flow[] | undefined, frozen: readonly Flow[] | undefined) {
  return useMemo(() => {
    if (!published || !frozen) return undefined
    const ids = new Set(frozen.map(flow => flow.id))
    return [...frozen, ...published.filter(flow => !ids.has(flow.id))]
  }, [published, frozen])
}

/** All conversations of a flow as a document that a mayor or a data-protection officer reads and signs. */
export default function ScriptPage() {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const version = Number(search.get('version')) || null
  const versions = useVersions(town.key, id)
  const drawn = useQuery({
    queryKey: [...flowsKey(town.key), id, 'script', version],
    queryFn: async ({ signal }) =>
      version === null
        ? { flow: (await readDraft(town.key, id, signal)).flow, subflows: [] }
        : await readVersion(town.key, id, version),
  })
  const flow = drawn.data?.flow
  const asked = search.get('language')
  const languages = useMemo(() => wantedLanguages(flow, asked), [flow, asked])
  const others = useFlowsBeside(useLoadedFlows(town.key), drawn.data?.subflows)
  const [day] = useState(() => townDateTime(new Date(), town.timeZone).date)
  const { parts, progress, hasFailed } = usePaths(flow, others, town, languages, day)
  const drawing = useApprovals(town.key, id, version).data?.drawing
  const [isApproving, setApproving] = useState(false)
  usePageTitle(flow ? t('titleOf', { flow: flow.name }) : t('title'))

  const set = (name: string, value: string) =>
    setSearch(before => {
      before.set(name, value)
      return before
    })
  const only = parts?.length === 1 ? parts[0] : undefined
  const choices = useMemo(
    () => [
      { value: DRAFT, label: t('draft') },
      ...(versions.data ?? []).map(one => ({
        value: String(one.version),
        label: t('version', { version: one.version }),
      })),
    ],
    [versions.data, t],
  )

  if (isApiError(drawn.error, 'not_found')) return <NotFoundPage />
  if (drawn.isError && !flow) return <Failed error={drawn.error} onRetry={() => void drawn.refetch()} />
  if (!flow) return <PageLoading />
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <Button
          component={Link}
          to={`/t/${town.key}/flows/${id}`}
          variant="subtle"
          color="gray"
          leftSection={<ArrowLeft size={16} aria-hidden="true" />}
        >
          {t('back')}
        </Button>
        <span className={styles.spring} />
        <Select
          aria-label={t('which')}
          w={124}
          data={choices}
          value={version === null ? DRAFT : String(version)}
          allowDeselect={false}
          onChange={value => set('version', value === null || value === DRAFT ? '' : value)}
        />
        {flow.languages.length > 1 && (
          <Select
            aria-label={t('language')}
            w={150}
            data={[
              ...flow.languages.map(code => ({ value: code, label: nameOf(code) })),
              { value: ALL, label: t('allLanguages') },
            ]}
            value={languages.length > 1 ? ALL : (languages[0] ?? null)}
            allowDeselect={false}
            onChange={value => value && set('language', value)}
          />
        )}
        {only && others && version === null && <KeepAll town={town} flow={flow} others={others} paths={only.paths} />}
        <Button
          variant="default"
          leftSection={<BadgeCheck size={16} aria-hidden="true" />}
          disabled={!parts || !drawing}
          onClick={() => setApproving(true)}
        >
          {t('approveOpen')}
        </Button>
        <Button leftSection={<Printer size={16} aria-hidden="true" />} disabled={!parts} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {parts ? (
        <Script {...{ town, flow, version, day, parts }} drawing={drawing ?? ''} others={others ?? []} />
      ) : (
        <Walking progress={progress} hasFailed={hasFailed} />
      )}
      {isApproving && drawing && (
        <ApproveDialog
          townKey={town.key}
          flow={flow}
          drawing={drawing}
          languages={languages}
          onClose={() => setApproving(false)}
        />
      )}
    </div>
  )
}
