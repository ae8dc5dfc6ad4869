import { Button } from '@mantine/core'
import { Send, Smartphone, UserCheck } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import type { NextStep, useNoticeDraft } from './use-notice-draft.ts'
import { approvalWords } from './words/approval.ts'
import { broadcastWords } from './words.ts'

type ComposeActionsProps = Pick<ReturnType<typeof useNoticeDraft>, 'isApproved' | 'mayAsk' | 'ask'> & {
  then: (next: NextStep) => void
}

/** What can be done with what is written: try it, ask a colleague, send it. */
export function ComposeActions({ isApproved, mayAsk, ask, then }: ComposeActionsProps) {
  const t = useWords(broadcastWords)
  const a = useWords(approvalWords)
  return (
    <>
      <Button variant="default" leftSection={<Smartphone size={16} aria-hidden="true" />} onClick={() => then('test')}>
        {t('test')}
      </Button>
      {isApproved && (
        <Button leftSection={<Send size={16} aria-hidden="true" />} onClick={() => then('send')}>
          {t('send')}
        </Button>
      )}
      {!isApproved && mayAsk && (
        <Button
          leftSection={<UserCheck size={16} aria-hidden="true" />}
          loading={ask.isPending}
          onClick={() => then('ask')}
        >
          {a('ask')}
        </Button>
      )}
    </>
  )
}
