import { z } from 'zod'

/** Which notices a second person must have approved before they go out. */
export const approvalNeeds = ['none', 'all', 'but_emergencies'] as const
export type ApprovalNeed = (typeof approvalNeeds)[number]

/** A colleague was asked to read a notice, or has read it as it stands and agrees. Any change takes it back. */
export const noticeApproval = z.strictObject({
  state: z.enum(['asked', 'given']),
  by: z.string(),
  at: z.string(),
})
export type NoticeApproval = z.infer<typeof noticeApproval>

/** Whether this notice may not go out before a colleague approves it. */
export const lacksApproval = (
  { notices }: { notices?: { approval: ApprovalNeed } | undefined },
  { approval, emergency }: { approval?: NoticeApproval | null | undefined; emergency?: object | null | undefined },
): boolean => {
  const need = notices?.approval ?? 'none'
  if (need === 'none' || (need === 'but_emergencies' && emergency)) return false
  return approval?.state !== 'given'
}
