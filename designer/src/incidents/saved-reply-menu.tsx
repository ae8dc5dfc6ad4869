import { ActionIcon, Popover, TextInput } from '@mantine/core'
import {
  fillSavedReply,
  type IncidentDetail,
  type LocalizedText,
  languageNamesIn,
  type SavedReply,
  savedReplyLanguage,
  type TownData,
  textIn,
} from '@pregoner/shared'
import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSavedReplies } from '../api/saved-replies.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './answer.module.css'
import { answeringWords } from './words/answering.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What the names of a saved reply stand for, in the citizen's language. */
function valuesFor({ departments, categories, defaultLanguage }: TownData, incident: IncidentDetail) {
  const { contactName, reference, departmentId, category, language } = incident
  const nameOf = (list: readonly { id: string; name: LocalizedText }[], id: string | null) =>
    textIn(list.find(entry => entry.id === id)?.name, language, defaultLanguage)
  return {
    name: contactName ?? '',
    reference,
    department: nameOf(departments, departmentId),
    category: nameOf(categories, category),
  }
}

interface SavedReplyMenuProps {
  incident: IncidentDetail
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onInsert: (text: string) => void
}

/** What is sent often, found by a few letters and inserted in the citizen's language with the names filled in. */
export function SavedReplyMenu({ incident, isOpen, onOpen, onInsert }: SavedReplyMenuProps) {
  const t = useWords(answeringWords)
  const [language] = useLanguage()
  const town = useTown()
  const [search, setSearch] = useState('')
  const { data } = useSavedReplies(town.key)
  const usable = data?.filter(({ departmentId }) => departmentId === null || departmentId === incident.departmentId)
  const wordsOf = ({ text }: SavedReply) => {
    const code = savedReplyLanguage(text, incident.language, town.defaultLanguage)
    const options = { language: code, timeZone: town.timeZone }
    return { code, filled: fillSavedReply(text[code] ?? '', valuesFor(town, incident), options) }
  }
  const found = usable
    ?.map(reply => ({ reply, ...wordsOf(reply) }))
    .filter(({ reply, filled }) => plain(`${reply.name} ${filled}`).includes(plain(search.trim())))
    .toSorted((one, other) => Number(other.code === incident.language) - Number(one.code === incident.language))
  const insert = (text: string) => {
    onOpen(false)
    setSearch('')
    onInsert(text)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="top-start"
      width="min(420px, calc(100vw - 24px))"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="max(36px, var(--target))"
          aria-label={t('replies')}
          title={t('replies')}
          onClick={() => onOpen(!isOpen)}
        >
          <MessageSquareQuote size={18} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('replies')}>
        {usable?.length === 0 ? (
          <p className={styles.noReplies}>{t('noReplies')}</p>
        ) : (
          <>
            <TextInput
              data-autofocus
              aria-label={t('findReply')}
              placeholder={t('findReply')}
              value={search}
              onChange={event => setSearch(event.currentTarget.value)}
              onKeyDown={event => {
                if (event.key !== 'Enter') return
                event.preventDefault() // the answer itself must not go out
                if (found?.[0]) insert(found[0].filled)
              }}
            />
            {found?.length === 0 && <p className={styles.noReplies}>{t('noneFound')}</p>}
            <ul className={styles.replies}>
              {found?.map(({ reply, code, filled }) => (
                <li key={reply.id}>
                  <button type="button" className={styles.reply} onClick={() => insert(filled)}>
                    <strong>
                      {reply.name}
                      {code !== incident.language && (
                        <span className={styles.otherLanguage}>
                          {t('otherLanguage', { language: languageNamesIn[language][code] })}
                        </span>
                      )}
                    </strong>
                    <span className={styles.replyText} lang={code}>
                      {filled}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <Link className={styles.manage} to={`/t/${town.key}/settings/replies`}>
          {t('manageReplies')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  )
}
