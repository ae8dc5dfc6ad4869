import { Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type DigestSettings, textIn } from '@pregoner/shared'
import { useId } from 'react'
import { describeError } from '../api/api-error.ts'
import { useDigest, useTurnDigest } from '../api/digest.ts'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { FigureTable } from './figure-table.tsx'
import styles from './statistics.module.css'
import { digestWords } from './words/digest.ts'

/** Whether departments get their week by e-mail, and how the last letters fared. */
export function DigestPanel() {
  const t = useWords(digestWords)
  const town = useTown()
  const titleId = useId()
  const { data } = useDigest(town.key)
  if (!data) return null // what is asked for on this page are the figures; they need not wait
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      {data.canSend ? <Turn isOn={data.isOn} /> : <p>{t('noServer')}</p>}
      {data.canSend && <Letters departments={data.departments} />}
    </section>
  )
}

function Turn({ isOn }: { isOn: boolean }) {
  const t = useWords(digestWords)
  const { key } = useTown()
  const isAdministrator = useRole(key) === 'administrator'
  const turn = useTurnDigest(key)
  if (!isAdministrator) {
    return (
      <p>
        {t(isOn ? 'on' : 'off')}. {t('onlyAdministrators')}
      </p>
    )
  }
  return (
    <Switch
      className={styles.turn ?? ''}
      label={t('send')}
      checked={isOn}
      disabled={turn.isPending}
      error={turn.error && describeError(turn.error)}
      onChange={event =>
        turn.mutate(event.currentTarget.checked, {
          onSuccess: settings => notifications.show({ message: t(settings.isOn ? 'turnedOn' : 'turnedOff') }),
        })
      }
    />
  )
}

function Letters({ departments }: Pick<DigestSettings, 'departments'>) {
  const t = useWords(digestWords)
  const town = useTown()
  const [language] = useLanguage()
  const { relative } = useFormats()
  const now = useNow()
  const nameOf = (id: string) =>
    textIn(town.departments.find(department => department.id === id)?.name, language, town.defaultLanguage) || id
  return (
    <FigureTable
      caption={t('title')}
      nameLabel={t('department')}
      columns={[t('address'), t('last')]}
      rows={departments.map(({ id, email, last }) => ({
        ...{ key: id, name: nameOf(id), bar: 0 },
        cells: [
          email ?? t('noAddress'),
          last ? t(`state.${last.state}`, { when: relative(last.at, now) }) : t('never'),
        ],
      }))}
    />
  )
}
