import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { periods } from '@pregoner/shared'
import { ChartNoAxesColumn, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useVersions } from '../api/flows.ts'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './counts.module.css'
import { HEAT_LEVELS, looks } from './counts-index.ts'
import { NotUnderstoodPanel } from './not-understood-panel.tsx'
import { type CountsShown, chooseLook, choosePeriod, useCountsShown, useShown } from './shown.ts'
import { useShownName } from './use-shown-name.ts'
import { showingWords } from './words/showing.ts'

const NEWEST_VERSIONS = 3
const HEATS = Array.from({ length: HEAT_LEVELS }, (_, index) => index + 1)

interface CountsMenuProps {
  townKey: string
  /** Citizens meet the flow; before, there is nothing to count. */
  isPublished: boolean
}

/** What is counted on the drawing and how it is shown, remembered for this person; and what was not understood. */
export function CountsMenu({ townKey, isPublished }: CountsMenuProps) {
  const t = useWords(showingWords)
  const [isOpen, setIsOpen] = useState(false)
  const [isListing, setIsListing] = useState(false)
  const flowId = useEditorState(state => state.flow.id)
  const shown = useCountsShown(flowId)
  const look = useShown(state => state.look)
  const name = useShownName(isPublished ? shown : 'off')
  const label = t('counts', { shown: name })
  return (
    <>
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-start"
        shadow="md"
        width={280}
        closeOnItemClick={false}
      >
        <Tooltip label={label} disabled={isOpen}>
          <Menu.Target>
            <ActionIcon className={styles.button} variant="subtle" color="gray" size="lg" aria-label={label}>
              <ChartNoAxesColumn size={18} aria-hidden />
              <span className={styles.chosen} aria-hidden>
                {name}
              </span>
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          {!isPublished && <p className={styles.hint}>{t('unpublished')}</p>}
          {isPublished && (
            <>
              {isOpen && <Periods townKey={townKey} flowId={flowId} shown={shown} />}
              <Menu.Divider />
              <Menu.Label>{t('as')}</Menu.Label>
              <Menu.RadioGroup value={look} onChange={value => chooseLook(looks.find(one => one === value) ?? 'width')}>
                {looks.map(one => (
                  <Menu.RadioItem key={one} value={one} disabled={shown === 'off'}>
                    {t(`look.${one}`)}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              {shown !== 'off' && look === 'heat' && (
                <p className={styles.legend}>
                  {t('legend')}
                  <span className={styles.scale} aria-hidden>
                    {HEATS.map(heat => (
                      <span key={heat} className={styles.heat} data-heat={heat} />
                    ))}
                  </span>
                </p>
              )}
              <Menu.Divider />
              <Menu.Item
                closeMenuOnClick
                leftSection={<MessageCircleQuestion size={16} aria-hidden />}
                onClick={() => setIsListing(true)}
              >
                {t('notUnderstoodList')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isListing && <NotUnderstoodPanel townKey={townKey} onClose={() => setIsListing(false)} />}
    </>
  )
}

function Periods({ townKey, flowId, shown }: { townKey: string; flowId: string; shown: CountsShown }) {
  const t = useWords(showingWords)
  const versions = useVersions(townKey, flowId)
  const newest = (versions.data ?? []).slice(0, NEWEST_VERSIONS).map(({ version }) => version)
  const options: CountsShown[] = ['off', ...periods, ...newest.map(version => `v${version}` as const)]
  return (
    <>
      <Menu.Label>{t('over')}</Menu.Label>
      <Menu.RadioGroup
        value={shown}
        onChange={value => choosePeriod(flowId, options.find(option => option === value) ?? 'off')}
      >
        {options.map(option => (
          <PeriodItem key={option} option={option} />
        ))}
      </Menu.RadioGroup>
      {shown.startsWith('v') && <p className={styles.hint}>{t('sinceHint')}</p>}
    </>
  )
}

function PeriodItem({ option }: { option: CountsShown }) {
  const name = useShownName(option)
  return <Menu.RadioItem value={option}>{name}</Menu.RadioItem>
}
