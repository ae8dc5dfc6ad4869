import { Button, Radio, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { approvalNeeds, freeNoticeRules, type NoticeRules } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useSaveNoticeRules } from '../api/notice-rules.ts'
import { useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { noticeRulesWords } from './words/notice-rules.ts'

const ANY_TIME = ''

/** What the town keeps to when it sends notices. */
export default function NoticeRulesSection() {
  const t = useWords(noticeRulesWords)
  const town = useTown()
  const save = useSaveNoticeRules(town.key)
  const [rules, setRules] = useState<NoticeRules>(town.notices ?? freeNoticeRules)
  const { calendarId, approval } = rules
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(rules, { onSuccess: () => notifications.show({ message: t('saved') }) })
  }
  return (
    <form className={styles.card} onSubmit={submit}>
      <h2>{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      <Select
        label={t('calendar')}
        description={t('calendarHelp')}
        allowDeselect={false}
        data={[
          { value: ANY_TIME, label: t('anyTime') },
          ...town.calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={calendarId ?? ANY_TIME}
        onChange={chosen => setRules({ ...rules, calendarId: chosen || null })}
      />
      <Radio.Group
        label={t('approval')}
        value={approval}
        onChange={chosen => setRules({ ...rules, approval: approvalNeeds.find(each => each === chosen) ?? approval })}
      >
        <div className={forms.group}>
          {approvalNeeds.map(need => (
            <Radio key={need} value={need} label={t(`approval.${need}`)} />
          ))}
        </div>
      </Radio.Group>
      {save.isError && (
        <p role="alert" className={forms.error}>
          {describeError(save.error)}
        </p>
      )}
      <Button type="submit" className={styles.link} loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
