import { ActionIcon, Menu } from '@mantine/core'
import type { FlowSummary } from '@pregoner/shared'
import { CopyPlus, Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { flowsWords } from './words/flows.ts'

export type RowDeed = 'rename' | 'duplicate' | 'remove'

interface FlowRowMenuProps {
  flow: FlowSummary
  onDeed(deed: RowDeed, flow: FlowSummary): void
}

/** What can be done with a flow of the list. Only an open menu is a real one: a list may have a thousand rows. */
export function FlowRowMenu({ flow, onDeed }: FlowRowMenuProps) {
  const t = useWords(flowsWords)
  const [isOpen, setIsOpen] = useState(false)
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('actions', { name: flow.name })}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(!isOpen)}
    >
      <Ellipsis size={18} aria-hidden />
    </ActionIcon>
  )
  if (!isOpen) return button
  const items = [
    { deed: 'rename', Icon: PencilLine },
    { deed: 'duplicate', Icon: CopyPlus },
    ...(flow.newestVersion === null ? [{ deed: 'remove', Icon: Trash2 } as const] : []),
  ] as const
  return (
    <Menu opened onChange={setIsOpen} position="bottom-end" shadow="md">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ deed, Icon }) => (
          <Menu.Item
            key={deed}
            leftSection={<Icon size={16} aria-hidden />}
            {...(deed === 'remove' ? { color: 'red' } : {})}
            onClick={() => onDeed(deed, flow)}
          >
            {t(`deed.${deed}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
