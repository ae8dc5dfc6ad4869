import { Alert, Button, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  isHost,
  isTimeZone,
  languageCodes,
  platformWordKinds,
  type TownData,
  type TownFacts,
  townFacts,
} from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useTown } from '../api/town.ts'
import { useSaveFacts } from '../api/town-entries.ts'
import { FlowLanguagesProvider, LocalizedTextField, LocalizedWordsField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import dialog from './entry-dialog.module.css'
import forms from './forms.module.css'
import styles from './settings.module.css'
import { townWords } from './words/town.ts'

const textKinds = ['help', 'stopped', 'notUnderstood', 'apology', 'dataLink', 'dataErased'] as const
const linkPieces = { link: '{link}', days: '{days}', times: '{times}' } // shown as they are to be written
const TIME_ZONES = ['Europe/Madrid', 'Atlantic/Canary', 'Europe/Rome'] // of the countries a town may be in

const factsOf = ({ name, languages, defaultLanguage, country, timeZone, texts, words, allowedHosts }: TownData) =>
  townFacts.parse({ name, languages, defaultLanguage, country, timeZone, texts, words, allowedHosts })

/** The town itself: name, languages, time, and what is said and understood everywhere. */
export default function Town() {
  const t = useWords(townWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const save = useSaveFacts(town.key)
  const [was, setWas] = useState(() => factsOf(town))
  const [facts, setFacts] = useState<TownFacts>(was)
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<TownFacts>) => setFacts({ ...facts, ...change })
  const badHost = facts.allowedHosts.find(host => !isHost(host))
  const isWhole = facts.name.trim() !== '' && facts.languages.length > 0 && badHost === undefined
  const zones = [...new Set([...TIME_ZONES, facts.timeZone])].filter(isTimeZone)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (!isWhole) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const onSuccess = (saved: TownFacts) => {
      setWas(saved)
      setFacts(saved)
      notifications.show({ message: t('saved') })
    }
    save.mutate({ facts, was }, { onSuccess })
  }

  return (
    <form className={dialog.form} noValidate onSubmit={submit}>
      <section className={styles.card}>
        <h2>{t('title')}</h2>
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          maxLength={120}
          value={facts.name}
          error={isTried && facts.name.trim() === '' ? t('missing') : undefined}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <div className={forms.pair}>
          <MultiSelect
            label={t('languages')}
            description={t('languagesHelp')}
            data={languageCodes.map(code => ({ value: code, label: nameOf(code) }))}
            value={facts.languages}
            error={isTried && facts.languages.length === 0 ? t('missing') : undefined}
            onChange={values => {
              const languages = languageCodes.filter(code => values.includes(code))
              const first = languages[0] ?? facts.defaultLanguage
              set({
                languages,
                defaultLanguage: languages.includes(facts.defaultLanguage) ? facts.defaultLanguage : first,
              })
            }}
          />
          <Select
            label={t('defaultLanguage')}
            description={t('defaultLanguageHelp')}
            allowDeselect={false}
            data={facts.languages.map(code => ({ value: code, label: nameOf(code) }))}
            value={facts.defaultLanguage}
            onChange={value => {
              const defaultLanguage = languageCodes.find(code => code === value)
              if (defaultLanguage) set({ defaultLanguage })
            }}
          />
          <Select
            label={t('timeZone')}
            allowDeselect={false}
            data={zones}
            value={facts.timeZone}
            onChange={timeZone => timeZone && set({ timeZone })}
          />
          <Select
            label={t('country')}
            allowDeselect={false}
            data={[
              { value: 'ES', label: t('ES') },
              { value: 'IT', label: t('IT') },
            ]}
            value={facts.country}
            onChange={country => set({ country: country === 'IT' ? 'IT' : 'ES' })}
          />
        </div>
      </section>
      <FlowLanguagesProvider value={facts}>
        <section className={styles.card}>
          <h2>{t('texts')}</h2>
          <p className={styles.note}>{t('textsHelp')}</p>
          {textKinds.map(kind => (
            <LocalizedTextField
              key={kind}
              label={t(kind)}
              isMultiline
              {...(kind === 'dataLink' && { description: t('dataLinkHelp', linkPieces) })}
              value={facts.texts[kind] ?? {}}
              onChange={text => set({ texts: { ...facts.texts, [kind]: text } })}
            />
          ))}
        </section>
        <section className={styles.card}>
          <h2>{t('words')}</h2>
          <p className={styles.note}>{t('wordsHelp')}</p>
          {platformWordKinds.map(kind => (
            <LocalizedWordsField
              key={kind}
              label={t(`word.${kind}`)}
              value={facts.words[kind] ?? {}}
              onChange={words => set({ words: { ...facts.words, [kind]: words } })}
            />
          ))}
        </section>
      </FlowLanguagesProvider>
      <section className={styles.card}>
        <h2>{t('hosts')}</h2>
        <TagsInput
          label={t('hostsLabel')}
          description={t('hostsHelp')}
          splitChars={[',', ' ']}
          acceptValueOnBlur
          value={facts.allowedHosts}
          error={badHost === undefined ? undefined : t('badHost', { host: badHost })}
          onChange={hosts => set({ allowedHosts: hosts.map(host => host.trim().toLowerCase()) })}
        />
      </section>
      {save.isError && (
        <Alert color="red" role="alert" className={dialog.alert ?? ''}>
          {describeError(save.error)}{' '}
          {isApiError(save.error, 'stale') && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                const current = factsOf(town)
                setWas(current)
                setFacts(current)
                save.reset()
              }}
            >
              {t('takeTheirs')}
            </Button>
          )}
        </Alert>
      )}
      <Button type="submit" className={forms.add ?? ''} loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
