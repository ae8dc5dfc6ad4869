import { Button, Group, Select } from '@mantine/core'
import { type LocalizedText, textIn } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { type Match, matchesIn } from '../editor/adopt-part.ts'
import type { Clip } from '../editor/clipboard.ts'
import type { Surroundings } from '../editor/town-things.ts'
import { clipboardWords } from '../editor/words/clipboard.ts'
import { Dialog } from '../flows/dialog.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './paste-dialog.module.css'

interface PasteDialogProps {
  clip: Clip
  around: Surroundings
  onPaste(matches: readonly Match[]): void
  onCancel(): void
}

const SEARCHABLE_FROM = 8

/** Asks what the things that steps of another town name are here; what has been recognised can be put right. */
export function PasteDialog({ clip, around, onPaste, onCancel }: PasteDialogProps) {
  const t = useWords(clipboardWords)
  const [language] = useLanguage()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map())
  const matches = useMemo(() => matchesIn(clip.flow, clip.things, around, chosen), [clip, around, chosen])
  // In the order of the first look, so that no row jumps away while it is being chosen.
  const order = useMemo(() => {
    const first = matchesIn(clip.flow, clip.things, around)
    return [...first].sort((a, b) => Number(a.here !== null) - Number(b.here !== null)).map(({ key }) => key)
  }, [clip, around])
  const rows = order.flatMap(key => matches.find(match => match.key === key) ?? [])
  const named = (name: LocalizedText, id: string) => textIn(name, language, around.town.defaultLanguage) || id
  const { name: town } = clip.town

  return (
    <Dialog opened onClose={onCancel} size="lg" title={t('title', { count: clip.flow.nodes.length, town })}>
      <p className={styles.lead}>{t('lead', { town })}</p>
      <ul className={styles.rows}>
        {rows.map(({ key, thing, here, by, offers }) => (
          <li key={key}>
            <Select
              label={
                <>
                  <span className={styles.kind}>{t(thing.kind)}</span> {named(thing.name, thing.id)}
                </>
              }
              description={by === 'name' ? t('recognised') : undefined}
              data={offers.map(offer => ({ value: offer.id, label: named(offer.name, offer.id) }))}
              value={here}
              onChange={id => setChosen(before => new Map([...before, [key, id]]))}
              searchable={offers.length >= SEARCHABLE_FROM}
              clearable
              clearButtonProps={{ 'aria-label': t('later') }}
              placeholder={t(offers.length === 0 ? 'none' : 'later')}
              disabled={offers.length === 0}
              data-open={here === null || undefined}
              classNames={{ input: styles.choice ?? '' }}
            />
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button data-autofocus onClick={() => onPaste(matches)}>
          {t('paste')}
        </Button>
      </Group>
    </Dialog>
  )
}
