import { Button } from '@mantine/core'
import { MapPinOff } from 'lucide-react'
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { usePageTitle } from './page-title.ts'
import { Empty } from './states.tsx'
import { frameWords } from './words.ts'

export function NotFoundPage() {
  const t = useWords(frameWords)
  usePageTitle(t('notFound'))
  return (
    <Empty
      Icon={MapPinOff}
      title={t('notFound')}
      action={
        <Button component={Link} to="/">
          {t('home')}
        </Button>
      }
    >
      {t('notFoundHelp')}
    </Empty>
  )
}
