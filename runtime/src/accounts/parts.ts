import type { Part, Person } from '../stores/account-store.ts'

/** The person's part in a town; undefined when there is none, or when they have been shut out of it. */
export const partIn = ({ parts }: Person, townKey: string): Part | undefined =>
  parts.find(part => part.townKey === townKey && !part.isDisabled)

/** Whether a person may come in nowhere. Who has never had a part may still look after their own account. */
export const isShutOut = ({ isDisabled, allTowns, parts }: Person): boolean =>
  isDisabled || (!allTowns && parts.length > 0 && parts.every(part => part.isDisabled))

/** Whether a person belongs to this town alone, so that its administrators may reset how they sign in. */
export const isOnlyIn = ({ allTowns, parts }: Person, townKey: string): boolean =>
  !allTowns && parts.every(part => part.townKey === townKey)
