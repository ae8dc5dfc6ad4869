import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { ArrowRight, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Editor } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import type { Hit } from './find-texts.ts'
import { HitList } from './hit-list.tsx'
import { ReportList } from './report-list.tsx'
import styles from './search.module.css'
import { useSearch } from './search-store.ts'
import { hitKey, useFindings, useOpenDrawing } from './use-findings.ts'
import { useReplacing } from './use-replacing.ts'
import { useTownDrafts } from './use-town-drafts.ts'
import { searchWords } from './words.ts'

const BRACES = '{{…}}'

interface FindAndReplaceProps {
  townKey: string
  /** Null when no flow is open. */
  editor: Editor | null
  onStep(flowId: string, step: string): void
}

/** Finds words in all texts of all flows and puts others in their place, where the officer says so. */
export function FindAndReplace({ townKey, editor, onStep }: FindAndReplaceProps) {
  const t = useWords(searchWords)
  const nameOf = useWords(languageWords)
  const { query, ask, replacement, setReplacement } = useSearch()
  const open = useOpenDrawing(editor)
  const town = useTownDrafts(townKey, open?.id ?? '')
  const { asked, findings, guarded } = useFindings(editor, town.drafts, query)
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { report, progress, replace, takeBack, clear } = useReplacing(townKey, editor, town)
  useEffect(() => setWithout(new Set()), [asked])

  const flows = [...(open ? [open] : []), ...town.drafts.map(({ flow }) => flow)]
  const languages = [...new Set(flows.flatMap(flow => flow.languages))]
  const total = findings.reduce((sum, { hits }) => sum + hits.length, 0)
  const chosen = useMemo(
    () =>
      new Map(
        findings.map(({ flow, hits, isFixed }): [string, Hit[]] => [
          flow.id,
          isFixed ? [] : hits.filter(hit => !without.has(hitKey(flow.id, hit))),
        ]),
      ),
    [findings, without],
  )
  const count = [...chosen.values()].reduce((sum, hits) => sum + hits.length, 0)
  const others = findings.filter(({ flow, isOpen }) => !isOpen && (chosen.get(flow.id)?.length ?? 0) > 0).length
  const again = () => {
    const stale = report?.others.filter(({ kind }) => kind !== 'replaced').map(({ id }) => id) ?? []
    if (stale.length > 0) town.reread(stale)
    clear()
  }
  const isAsked = asked.words.trim() !== ''

  return (
    <div className={styles.finding}>
      <form
        className={styles.question}
        onSubmit={event => {
          event.preventDefault()
        }}
      >
        <TextInput
          data-autofocus
          label={t('find')}
          leftSection={<Search size={16} aria-hidden />}
          value={query.words}
          maxLength={500}
          onChange={event => {
            again()
            ask({ words: event.currentTarget.value })
          }}
        />
        <TextInput
          label={t('replaceBy')}
          leftSection={<ArrowRight size={16} aria-hidden />}
          value={replacement}
          maxLength={2_000}
          onChange={event => setReplacement(event.currentTarget.value)}
        />
        <Select
          label={t('language')}
          value={query.language ?? ''}
          allowDeselect={false}
          data={[{ value: '', label: t('allLanguages') }, ...languages.map(value => ({ value, label: nameOf(value) }))]}
          onChange={value => ask({ language: languages.find(code => code === value) ?? null })}
        />
        <Group gap="md" className={styles.options}>
          <Checkbox
            label={t('matchCase')}
            checked={query.matchCase}
            onChange={event => ask({ matchCase: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('wholeWords')}
            checked={query.wholeWords}
            onChange={event => ask({ wholeWords: event.currentTarget.checked })}
          />
        </Group>
      </form>
      <div role="status" className={styles.status}>
        {isAsked && !report && <p>{t('hits', { hits: total, flows: findings.length })}</p>}
        {isAsked && guarded > 0 && <p>{t('guarded', { count: guarded })}</p>}
        {!isAsked && <p>{t('findHint', { braces: BRACES })}</p>}
        {town.waiting > 0 && <p>{t('reading', { count: town.waiting })}</p>}
        {town.unread.length > 0 && <p>{t('unread', { names: town.unread.join(', ') })}</p>}
        {progress && <p>{t('working', progress)}</p>}
      </div>
      {report ? (
        <ReportList report={report} isBusy={progress !== null} onTakeBack={() => void takeBack()} onAgain={again} />
      ) : (
        <HitList findings={findings} without={without} onWithout={setWithout} onStep={onStep} />
      )}
      {!report && total > 0 && (
        <footer className={styles.foot}>
          {others > 0 && <p className={styles.hint}>{t('others', { count: others })}</p>}
          <Button
            disabled={count === 0 || town.waiting > 0}
            loading={progress !== null}
            onClick={() => void replace(chosen, replacement)}
          >
            {t(replacement === '' ? 'remove' : 'replace', { count })}
          </Button>
        </footer>
      )}
    </div>
  )
}
