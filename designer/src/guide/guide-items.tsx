import { Menu } from '@mantine/core'
import { GraduationCap, Keyboard } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { useGuide } from './guide-store.ts'
import { keyboardWords } from './words/keyboard.ts'
import { tourWords } from './words/tour.ts'

/** The guide's lines in the menu of further actions. */
export function GuideItems() {
  const keyboard = useWords(keyboardWords)
  const tour = useWords(tourWords)
  const openKeyMap = useGuide(state => state.openKeyMap)
  const showTour = useGuide(state => state.showTour)
  return (
    <>
      <Menu.Item leftSection={<Keyboard size={16} aria-hidden />} onClick={() => openKeyMap(true)}>
        {keyboard('open')}
      </Menu.Item>
      <Menu.Item leftSection={<GraduationCap size={16} aria-hidden />} onClick={() => showTour(0)}>
        {tour('open')}
      </Menu.Item>
    </>
  )
}
