import { languageNamesIn, language as languages, type SavedReply, textIn } from '@pregoner/shared'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useSavedReplies } from '../api/saved-replies.ts'
import { useMembership } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { EntryRows } from './entry-rows.tsx'
import { SavedReplyDialog } from './saved-reply-dialog.tsx'
import { savedReplyWords } from './words/saved-replies.ts'

/** What agents send often, for the whole town or one department. Agents change what is their departments' own. */
export default function SavedReplies() {
  const t = useWords(savedReplyWords)
  const town = useTown()
  const [language] = useLanguage()
  const membership = useMembership(town.key)
  const { data, error, isPending, refetch } = useSavedReplies(town.key)
  const [open, setOpen] = useState<{ was: SavedReply | null } | null>(null)
  if (isPending) return <PageLoading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const isAgent = membership?.role === 'agent'
  const isOwn = (id: string | null) => id !== null && membership?.departments.includes(id) === true
  const departmentName = (id: string | null) => {
    const department = town.departments.find(each => each.id === id)
    return department ? textIn(department.name, language, town.defaultLanguage) : t('everybody')
  }
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const writtenIn = ({ text }: SavedReply) =>
    list.format(languages.options.filter(code => text[code]?.trim()).map(code => languageNamesIn[language][code]))
  return (
    <>
      <EntryRows
        title={t('title')}
        lead={isAgent ? `${t('lead')} ${t('agentLead')}` : t('lead')}
        addLabel={t('add')}
        empty={{ Icon: MessageSquareQuote, title: t('none') }}
        rows={data.map(reply => ({
          id: reply.id,
          name: reply.name,
          note: `${departmentName(reply.departmentId)} · ${t('languages', { languages: writtenIn(reply) })}`,
          isFixed: isAgent && !isOwn(reply.departmentId),
        }))}
        onOpen={id => setOpen({ was: data.find(each => each.id === id) ?? null })}
      />
      {open && <SavedReplyDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}
