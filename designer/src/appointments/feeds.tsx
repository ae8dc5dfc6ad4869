import { Alert, Button, Checkbox } from '@mantine/core'
import { textIn } from '@pregoner/shared'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useFeeds, useMakeFeed, useRevokeFeed } from '../api/appointments.ts'
import { useTown } from '../api/town.ts'
import { EntitySelect } from '../fields/index.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CopyLine } from '../settings/copy-line.tsx'
import forms from '../settings/forms.module.css'
import { appointmentWords } from './words.ts'

/** The addresses under which calendar programs follow appointments: made, shown once, revoked. */
export function Feeds() {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const formats = useFormats()
  const feeds = useFeeds(town.key)
  const make = useMakeFeed(town.key)
  const revoke = useRevokeFeed(town.key)
  const [departmentId, setDepartmentId] = useState(town.bookableServices?.[0]?.departmentId ?? '')
  const [showsNames, setShowsNames] = useState(false)
  const nameOf = (id: string) => {
    const department = town.departments.find(one => one.id === id)
    return department ? textIn(department.name, language, town.defaultLanguage) : id
  }
  const failed = make.error ?? revoke.error ?? feeds.error
  return (
    <>
      <div className={forms.top}>
        <h2>{t('feeds')}</h2>
      </div>
      <p className={forms.note}>{t('feedsLead')}</p>
      {(feeds.data ?? []).length > 0 && (
        <ul className={forms.rows}>
          {feeds.data?.map(feed => (
            <li key={feed.id}>
              <span className={forms.rowText}>
                <strong>{nameOf(feed.departmentId)}</strong>
                <span className={forms.note}>
                  {t(feed.showsNames ? 'withNames' : 'withoutNames')} ·{' '}
                  {t('madeAt', { date: formats.date(feed.madeAt) })}
                </span>
              </span>
              <Button
                variant="subtle"
                color="red"
                aria-label={t('revokeOf', { department: nameOf(feed.departmentId) })}
                onClick={() => revoke.mutate(feed.id)}
              >
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={forms.line}>
        <div className={forms.grow}>
          <EntitySelect kind="department" value={departmentId} onChange={id => setDepartmentId(id ?? '')} />
        </div>
        <Button
          variant="default"
          disabled={departmentId === ''}
          loading={make.isPending}
          onClick={() => make.mutate({ departmentId, showsNames })}
        >
          {t('makeFeed')}
        </Button>
      </div>
      <Checkbox
        label={t('showsNames')}
        checked={showsNames}
        onChange={event => setShowsNames(event.currentTarget.checked)}
      />
      {make.data && (
        <CopyLine
          label={t('address')}
          help={t('addressHint')}
          value={`${location.origin}/api/calendar/${make.data.token}.ics`}
        />
      )}
      {failed && (
        <Alert color="red" role="alert">
          {describeError(failed)}
        </Alert>
      )}
    </>
  )
}
