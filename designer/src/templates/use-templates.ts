import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTown } from '../api/town.ts'
import { holdsWords } from '../editor/plain-text.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { flowOf } from './open-summary.ts'
import { loadTemplate, type Template, type TemplateName, templateNames } from './template.ts'
import { titleWords } from './words/titles.ts'

export interface GalleryItem {
  readonly name: TemplateName
  readonly template: Template
  readonly title: string
  readonly does: string
}

const loadAll = () => Promise.all(templateNames.map(async name => ({ name, template: await loadTemplate(name) })))

/** Every template with its words in the language of the screens. */
export function useTemplates() {
  const t = useWords(titleWords)
  const loaded = useQuery({ queryKey: ['templates'], queryFn: loadAll, staleTime: Number.POSITIVE_INFINITY })
  const items = useMemo(
    (): GalleryItem[] | undefined =>
      loaded.data?.map(({ name, template }) => ({
        name,
        template,
        title: t(`title.${name}`),
        does: t(`does.${name}`),
      })),
    [loaded.data, t],
  )
  return { items, error: loaded.error, retry: loaded.refetch }
}

/** Those whose title, description or citizens' texts hold the words searched for. */
export function useFound(items: readonly GalleryItem[], text: string): GalleryItem[] {
  return useMemo(() => items.filter(({ title, does }) => holdsWords(`${title} ${does}`, text)), [items, text])
}

/** A template as this town would begin with it, in all its languages. */
export function useDrawn({ template }: GalleryItem) {
  const town = useTown()
  const [language] = useLanguage()
  return useMemo(() => flowOf(template, town, town.languages, language), [template, town, language])
}
