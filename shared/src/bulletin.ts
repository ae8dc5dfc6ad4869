export {
  type Bulletin,
  type BulletinDraft,
  type BulletinIssue,
  type BulletinSection,
  bulletin,
  bulletinDraft,
  bulletinFault,
  bulletinNames,
  bulletinOutcomes,
  MAX_BULLETIN_ROWS,
  MAX_BULLETIN_SECTIONS,
  unknownNames,
} from './bulletin/bulletin.ts'
export { bulletinText, bulletinTexts } from './bulletin/bulletin-text.ts'
export { type IssueDay, issueDays } from './bulletin/issue-days.ts'
