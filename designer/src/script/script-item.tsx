import { Menu } from '@mantine/core'
import { ScrollText } from 'lucide-react'
import { Link } from 'react-router'
import { useTownKey } from '../api/town.ts'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { scriptWords } from './words.ts'

/** Leads from the desk to the script of the flow. */
export function ScriptItem() {
  const t = useWords(scriptWords)
  const townKey = useTownKey()
  const flowId = useEditorState(state => state.flow.id)
  return (
    <Menu.Item
      component={Link}
      to={`/t/${townKey}/flows/${flowId}/script`}
      leftSection={<ScrollText size={16} aria-hidden />}
    >
      {t('menuItem')}
    </Menu.Item>
  )
}
