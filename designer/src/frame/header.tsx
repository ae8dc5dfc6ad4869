import { Button, Menu } from '@mantine/core'
import type { SignedIn, TownOverview } from '@pregoner/shared'
import { ChevronDown, LogOut, Plus, UserRound } from 'lucide-react'
import { Link } from 'react-router'
import { useSignOut } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import { ChannelState } from './channel-state.tsx'
import styles from './header.module.css'
import { LanguageMenu } from './language-menu.tsx'
import { Notices } from './notices.tsx'
import { SchemeItems, SchemeMenu } from './scheme-menu.tsx'
import { frameWords } from './words.ts'

interface HeaderProps {
  person: SignedIn
  townKey: string
  /** Not there yet while the town is loading. */
  overview: TownOverview | undefined
}

/** Town and channels at the left; language, light or dark, and the person at the right. */
export function Header({ person, townKey, overview }: HeaderProps) {
  return (
    <header className={styles.header}>
      <TownChooser person={person} townKey={townKey} />
      <ChannelState channels={overview?.channels ?? []} townKey={townKey} />
      <span className={styles.spring} />
      {overview && <Notices town={overview.town} />}
      <LanguageMenu />
      <SchemeMenu />
      <PersonMenu person={person} townKey={townKey} />
    </header>
  )
}

function TownChooser({ person, townKey }: { person: SignedIn; townKey: string }) {
  const t = useWords(frameWords)
  const name = person.memberships.find(membership => membership.townKey === townKey)?.townName ?? townKey
  if (person.memberships.length < 2) return <strong className={styles.town}>{name}</strong>
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          className={styles.town ?? ''}
          rightSection={<ChevronDown size={16} aria-hidden="true" />}
          aria-label={t('chooseTown', { town: name })}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('town')}</Menu.Label>
        {person.memberships.map(membership => (
          <Menu.Item
            key={membership.townKey}
            component={Link}
            to={`/t/${membership.townKey}`}
            aria-current={membership.townKey === townKey}
            fw={membership.townKey === townKey ? 650 : 400}
          >
            {membership.townName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function PersonMenu({ person, townKey }: { person: SignedIn; townKey: string }) {
  const t = useWords(frameWords)
  const signOut = useSignOut()
  const role = person.memberships.find(membership => membership.townKey === townKey)?.role
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={styles.person}
          aria-label={`${t('person')}: ${person.name}`}
          data-initials={initials(person.name)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.card}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
          {role && <span>{t(role)}</span>}
        </div>
        <Menu.Divider />
        <div className={styles.crampedOnly}>
          <Menu.Label>{t('schemes')}</Menu.Label>
          <SchemeItems />
          <Menu.Divider />
        </div>

        {person.isInstallationAdministrator && (
          <Menu.Item component={Link} to="/new-town" leftSection={<Plus size={16} aria-hidden="true" />}>
            {t('newTown')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/account" leftSection={<UserRound size={16} aria-hidden="true" />}>
          {t('person')}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} aria-hidden="true" />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean)
  const first = [...(words[0] ?? '?')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
