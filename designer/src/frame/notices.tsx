import { ActionIcon, Popover } from '@mantine/core'
import { type TownData, textIn } from '@pregoner/shared'
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { useNotices } from '../api/notices.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './notices.module.css'
import { frameWords } from './words.ts'

const seenKey = (townKey: string) => `pregoner.notices.${townKey}`

/** The bell: what flows told the staff. How many are new is remembered by this browser. */
export function Notices({ town }: { town: TownData }) {
  const t = useWords(frameWords)
  const [language] = useLanguage()
  const formats = useFormats()
  const now = useNow()
  const { data: notices = [] } = useNotices(town.key)
  const [seenAt, setSeenAt] = useState(() => localStorage.getItem(seenKey(town.key)) ?? '')
  const [isOpen, setOpen] = useState(false)
  const fresh = notices.filter(({ at }) => at > seenAt).length

  function toggle(open: boolean): void {
    setOpen(open)
    const newest = notices[0]?.at
    if (open || !newest) return
    localStorage.setItem(seenKey(town.key), newest)
    setSeenAt(newest)
  }

  const nameOf = (departmentId: string) => {
    const department = town.departments.find(({ id }) => id === departmentId)
    return department ? textIn(department.name, language, town.defaultLanguage) : departmentId
  }

  return (
    <Popover opened={isOpen} onChange={toggle} position="bottom-end" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="max(36px, var(--target))"
          aria-label={fresh > 0 ? t('newNotices', { count: fresh }) : t('notices')}
          onClick={() => toggle(!isOpen)}
        >
          <Bell size={18} aria-hidden="true" />
          {fresh > 0 && <span className={styles.count}>{fresh > 9 ? '9+' : fresh}</span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown ?? ''} aria-label={t('notices')}>
        <h2 className={styles.title}>{t('notices')}</h2>
        {notices.length === 0 && <p className={styles.empty}>{t('noNotices')}</p>}
        <ul className={styles.list}>
          {notices.map(({ id, departmentId, text, at }) => (
            <li key={id} className={styles.notice} data-new={at > seenAt || undefined}>
              <p className={styles.about}>
                <strong>{nameOf(departmentId)}</strong>
                <time dateTime={at} title={formats.exact(at)}>
                  {formats.relative(at, now)}
                </time>
              </p>
              <p className={styles.text} dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
