import type { InterfaceLanguage, LinkMail } from '@pregoner/shared'
import { interfaceLanguages } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import { linkLetter } from '../mail/link-letter.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { InvitationStore } from '../stores/invitation-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { createAllowance } from './allowance.ts'
import type { MadeLink } from './staff.ts'

const LETTERS_A_MINUTE = 20 // of one town; nobody invites faster, but a stolen session might

interface LinkMailDeps {
  /** Null where the installation sends no e-mail. */
  mailer: Mailer | null
  invitations: Pick<InvitationStore, 'mailed'>
  towns: Pick<TownStore, 'get'>
  now: () => Date
}

/** Sends links to their owners and remembers with each what became of its e-mail. */
export function createLinkMail({ mailer, invitations, towns, now }: LinkMailDeps) {
  const allowance = createAllowance()

  return {
    canSend: mailer !== null,

    /** The language of a town's e-mails to the people who work there. */
    async languageOf(townKey: string): Promise<InterfaceLanguage> {
      const town = await towns.get(townKey)
      return interfaceLanguages.find(known => known === town?.defaultLanguage) ?? 'en'
    },

    /** Throws `too_many` before a link is made that could not be sent any more this minute. */
    check(townKey: string): void {
      if (mailer && !allowance.take(townKey, LETTERS_A_MINUTE, now()))
        throw new AppError('too_many', 'letters throttled', { retryAfterSeconds: 60 })
    },

    /** `origin` is where the pages of this installation are. */
    async send({ id, token, email, ...link }: MadeLink, origin: string): Promise<LinkMail> {
      if (!mailer) return 'off'
      const town = await towns.get(link.townKey)
      if (!town) return 'off'
      await invitations.mailed(id, 'unknown') // until it is known: the process may die on the way
      const { name, timeZone } = town
      const address = `${origin}/join#${token}`
      const mail = await mailer.send({ to: email, ...linkLetter({ ...link, townName: name, timeZone, address }) })
      await invitations.mailed(id, mail)
      return mail
    },
  }
}
