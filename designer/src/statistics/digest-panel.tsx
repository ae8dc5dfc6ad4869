import { Button, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type DigestSettings, textIn } from '@pregoner/shared'
import { useId } from 'react'
import { Link } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { useDigest, useResumeDigest, useTurnDigest } from '../api/digest.ts'
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
      {data.canSend && <Readers people={data.people} />}
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

function useFate() {
  const t = useWords(digestWords)
  const { relative } = useFormats()
  const now = useNow()
  return (last: DigestSettings['people'][number]['last']) =>
    last ? t(`state.${last.state}`, { when: relative(last.at, now) }) : t('never')
}

function Letters({ departments }: Pick<DigestSettings, 'departments'>) {
  const t = useWords(digestWords)
  const town = useTown()
  const [language] = useLanguage()
  const fateOf = useFate()
  const nameOf = (id: string) =>
    textIn(town.departments.find(department => department.id === id)?.name, language, town.defaultLanguage) || id
  return (
    <FigureTable
      caption={t('title')}
      nameLabel={t('department')}
      columns={[t('last')]}
      rows={departments.map(({ id, email, isStopped, last }) => ({
        ...{ key: id, bar: 0, cells: [isStopped ? <Stopped id={id} name={nameOf(id)} /> : fateOf(last)] },
        name: <Named name={nameOf(id)} address={email ?? t('noAddress')} />,
      }))}
    />
  )
}

/** Whoever reads a department’s letter has stopped it; an administrator may have it sent again. */
function Stopped({ id, name }: { id: string; name: string }) {
  const t = useWords(digestWords)
  const { key } = useTown()
  const isAdministrator = useRole(key) === 'administrator'
  const resume = useResumeDigest(key)
  return (
    <>
      {t('stopped')}
      {isAdministrator && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('againTo', { department: name })}
          loading={resume.isPending}
          onClick={() => resume.mutate(id)}
        >
          {t('again')}
        </Button>
      )}
      {resume.error && <span role="alert">{describeError(resume.error)}</span>}
    </>
  )
}

function Named({ name, address }: { name: string; address: string }) {
  return (
    <>
      {name}
      <span className={styles.flowName}>{address}</span>
    </>
  )
}

/** Who gets it besides, because they chose so in their account. */
function Readers({ people }: Pick<DigestSettings, 'people'>) {
  const t = useWords(digestWords)
  const fateOf = useFate()
  return (
    <>
      <p className={`${styles.help} ${styles.own}`}>
        {t('own')} <Link to="/account#summary">{t('chooseOwn')}</Link>
      </p>
      {people.length > 0 && (
        <FigureTable
          caption={t('readers')}
          nameLabel={t('person')}
          columns={[t('last')]}
          rows={people.map(({ id, name, email, last }) => ({
            ...{ key: id, bar: 0, cells: [fateOf(last)] },
            name: <Named name={name} address={email} />,
          }))}
        />
      )}
    </>
  )
}
