import { Button } from '@mantine/core'
import type { TownPerson } from '@pregoner/shared'
import { useEffect, useRef } from 'react'
import { useChangePerson, useDuties, useRemovePerson, useResetSecondFactor } from '../api/people.ts'
import { useTownKey } from '../api/town.ts'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import dialog from './entry-dialog.module.css'
import { Outcome } from './outcome.tsx'
import { entryWords } from './words/entries.ts'
import { leavingWords } from './words/leaving.ts'
import { peopleWords } from './words/people.ts'

export type PersonAsked = 'remove' | 'disable' | 'reset'

interface PersonQuestionProps {
  asks: PersonAsked
  person: TownPerson
  onBack: () => void
  /** With what is told about it. */
  onDone: (message: string) => void
}

/** Says what becomes of somebody and their work, and asks, before they lose something. */
export function PersonQuestion({ asks, person, onBack, onDone }: PersonQuestionProps) {
  const t = useWords(leavingWords)
  const common = useWords(entryWords)
  const people = useWords(peopleWords)
  const townKey = useTownKey()
  const { id, name } = person
  const remove = useRemovePerson(townKey, id)
  const change = useChangePerson(townKey, id)
  const reset = useResetSecondFactor(townKey, id)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const carryOut = {
    remove: () => remove.mutate(undefined, { onSuccess: () => onDone(t('removed', { name })) }),
    disable: () => change.mutate({ isDisabled: true }, { onSuccess: () => onDone(people('shutOut', { name })) }),
    reset: () => reset.mutate(undefined, { onSuccess: () => onDone(people('resetDone', { name })) }),
  }
  return (
    <div className={dialog.form}>
      <h3>{t(`${asks}Title`, { name })}</h3>
      {asks === 'remove' ? <WhatLeaves person={person} /> : <p>{t(`${asks}Help`)}</p>}
      <Outcome error={remove.error ?? change.error ?? reset.error} />
      <div className={dialog.foot}>
        <Button ref={back} variant="default" onClick={onBack}>
          {common('back')}
        </Button>
        <Button color="red" loading={remove.isPending || change.isPending || reset.isPending} onClick={carryOut[asks]}>
          {t(`${asks}Now`, { name })}
        </Button>
      </div>
    </div>
  )
}

function WhatLeaves({ person }: { person: TownPerson }) {
  const t = useWords(leavingWords)
  const duties = useDuties(useTownKey(), person.id)
  if (duties.isPending) return <PageLoading />
  return (
    <ul className={dialog.uses}>
      <li>{t(person.isYou ? 'removeSelf' : 'atOnce')}</li>
      {duties.data && <li>{t('work', duties.data)}</li>}
      <li>{t('kept')}</li>
      <li>{t(person.isElsewhere ? 'elsewhere' : 'account')}</li>
    </ul>
  )
}
