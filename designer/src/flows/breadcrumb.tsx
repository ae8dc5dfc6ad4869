import { ActionIcon, Menu } from '@mantine/core'
import { ArrowLeft, ChevronRight, Ellipsis } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import { useFlows } from '../api/flows.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './breadcrumb.module.css'
import { useOpenedFlow } from './opened-flow.tsx'
import { flowAddress } from './trail.ts'
import { goingWords } from './words/going.ts'

const ICON = 18

/** The way back: to the step one came from, and past it to the flows that lie further back. */
export function Breadcrumb() {
  const t = useWords(goingWords)
  const townKey = useTownKey()
  const { trail, leaveTo } = useOpenedFlow()
  const flows = useFlows(townKey).data ?? []
  const crumbs = trail.map(({ flow, node }, index) => ({
    key: `${index} ${flow}`,
    name: flows.find(({ id }) => id === flow)?.name ?? flow,
    address: flowAddress({ townKey, flow, step: node, trail: trail.slice(0, index) }),
  }))
  const parent = crumbs.at(-1)
  const further = crumbs.slice(0, -1)
  const back = parent?.address ?? `/t/${townKey}/flows`
  const leaving = (address: string) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return // another tab: nothing is left
    event.preventDefault()
    leaveTo(address)
  }

  return (
    <nav className={styles.trail} aria-label={t('trail')}>
      <ActionIcon
        component={Link}
        to={back}
        onClick={leaving(back)}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={parent ? t('backTo', { name: parent.name }) : t('allFlows')}
        title={parent ? t('backTo', { name: parent.name }) : t('allFlows')}
      >
        <ArrowLeft size={ICON} aria-hidden />
      </ActionIcon>
      {parent && (
        <span className={styles.crumbs}>
          {further.length > 0 && (
            <>
              <Menu position="bottom-start" shadow="md">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('further')}>
                    <Ellipsis size={ICON} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {further.map(({ key, name, address }) => (
                    <Menu.Item key={key} component={Link} to={address} onClick={leaving(address)}>
                      {name}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <ChevronRight size={14} aria-hidden />
            </>
          )}
          <Link to={parent.address} onClick={leaving(parent.address)} className={styles.parent} title={parent.name}>
            {parent.name}
          </Link>
          <ChevronRight size={14} aria-hidden />
        </span>
      )}
    </nav>
  )
}
