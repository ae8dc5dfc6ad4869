import { Modal, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Role } from '@pregoner/shared'
import { useNavigate } from 'react-router'
import { flowAddress } from '../flows/trail.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { FindAndReplace } from './find-and-replace.tsx'
import { GoTo } from './go-to.tsx'
import { type SearchTab, useSearch } from './search-store.ts'
import { searchWords } from './words.ts'

interface SearchDialogProps {
  tab: SearchTab
  townKey: string
  role: Role
}

/** Going to a step, a flow or a page by its name; finding and replacing words in all texts. */
export default function SearchDialog({ tab, townKey, role }: SearchDialogProps) {
  const t = useWords(searchWords)
  const navigate = useNavigate()
  const isNarrow = useMediaQuery('(max-width: 799px)') ?? false
  const { flow, open, close } = useSearch()
  useFocusBack()

  const leave = (address: string) => {
    close()
    if (flow) flow.leaveTo(address)
    else void navigate(address)
  }
  const goToStep = (flowId: string, step: string) => {
    if (flow?.editor.getState().flow.id !== flowId) return leave(flowAddress({ townKey, flow: flowId, step }))
    close()
    // The dialog first gives the focus back to what opened it.
    setTimeout(() => flow.editor.getState().goTo(step))
  }
  const goTo = <GoTo townKey={townKey} role={role} flow={flow} onStep={goToStep} onLeave={leave} onClose={close} />

  return (
    <Modal
      opened
      onClose={close}
      title={t('search')}
      size="xl"
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {role === 'agent' ? (
        goTo
      ) : (
        <Tabs value={tab} onChange={value => open(value === 'replace' ? 'replace' : 'go')} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="go">{t('goTo')}</Tabs.Tab>
            <Tabs.Tab value="replace">{t('replaceTab')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="go">{goTo}</Tabs.Panel>
          <Tabs.Panel value="replace">
            <FindAndReplace townKey={townKey} editor={flow?.editor ?? null} onStep={goToStep} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Modal>
  )
}
