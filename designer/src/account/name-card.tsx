import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRename } from '../api/account.ts'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { accountWords } from './words/account.ts'

/** One's own name, as colleagues read it beside what one does. */
export function NameCard({ name: given }: { name: string }) {
  const t = useWords(accountWords)
  const rename = useRename()
  const [name, setName] = useState(given)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) rename.mutate(name.trim())
  }
  return (
    <form className={styles.card} onSubmit={submit}>
      <h2>{t('name')}</h2>
      <TextInput
        label={t('nameLabel')}
        description={t('nameHelp')}
        maxLength={120}
        autoComplete="name"
        value={name}
        error={name.trim() === '' ? t('nameMissing') : undefined}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Outcome of={rename} done={t('nameSaved')} />
      <Button type="submit" variant="default" className={styles.button ?? ''} loading={rename.isPending}>
        {t('saveName')}
      </Button>
    </form>
  )
}
