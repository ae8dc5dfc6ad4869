import { Menu } from '@mantine/core'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
} from 'lucide-react'
import { alignSteps, distributeSteps } from '../editor/actions-arrange.ts'
import { type Alignment, alignments, type Distribution, distributions } from '../editor/arrange.ts'
import { useEditor } from '../editor/context.tsx'
import { arrangingWords } from '../editor/words/arranging.ts'
import { useWords } from '../i18n/index.ts'

const alignIcons: Record<Alignment, LucideIcon> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
}
const distributeIcons: Record<Distribution, LucideIcon> = {
  across: AlignHorizontalDistributeCenter,
  down: AlignVerticalDistributeCenter,
}

/** Ways to put several steps in line, as entries of a menu. */
export function ArrangeItems({ ids }: { ids: readonly string[] }) {
  const t = useWords(arrangingWords)
  const editor = useEditor()
  return (
    <>
      <Menu.Label>{t('align')}</Menu.Label>
      {alignments.map(way => {
        const Icon = alignIcons[way]
        return (
          <Menu.Item
            key={way}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => alignSteps(editor, ids, way)}
          >
            {t(way)}
          </Menu.Item>
        )
      })}
      {ids.length > 2 && (
        <>
          <Menu.Label>{t('distribute')}</Menu.Label>
          {distributions.map(way => {
            const Icon = distributeIcons[way]
            return (
              <Menu.Item
                key={way}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => distributeSteps(editor, ids, way)}
              >
                {t(way)}
              </Menu.Item>
            )
          })}
        </>
      )}
    </>
  )
}
