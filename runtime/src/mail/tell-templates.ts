import { languageOf } from '../digest/letter.ts'
import type { AccountStore, Person } from '../stores/account-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { TemplateStateStore } from '../stores/template-state-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Mailer } from './mailer.ts'
import { templateLetter } from './template-letter.ts'

export interface TemplateTellingDeps {
  templateStates: Pick<TemplateStateStore, 'claimUntold' | 'told'>
  channels: Pick<ChannelStore, 'byKey'>
  towns: Pick<TownStore, 'get'>
  people: Pick<AccountStore, 'inTown'>
  mailer: Mailer
  publicUrl: string | null
  now: () => Date
}

const isAdministratorOf =
  (townKey: string) =>
  ({ parts }: Person): boolean =>
    parts.some(part => part.townKey === townKey && part.role === 'administrator' && !part.isDisabled)

/**
 * Tells each town's administrators which of its templates were rejected, paused or disabled: once, unless the mail
 * server took none of the letters.
 */
export async function tellTemplates(deps: TemplateTellingDeps): Promise<void> {
  const { templateStates, channels, towns, people, mailer, publicUrl, now } = deps
  for (const [key, news] of await templateStates.claimUntold(now())) {
    const channel = await channels.byKey(key)
    const town = channel && (await towns.get(channel.townKey))
    if (!town) continue
    const letter = templateLetter({
      ...{ language: languageOf(town), townName: town.name, news },
      windowTemplate: channel.windowTemplate?.name ?? null,
      link: publicUrl && `${publicUrl.replace(/\/$/, '')}/t/${town.key}/settings/templates`,
    })
    const administrators = (await people.inTown(town.key)).filter(isAdministratorOf(town.key))
    const outcomes = await Promise.all(administrators.map(({ email }) => mailer.send({ to: email, ...letter })))
    const isRefused = outcomes.length > 0 && outcomes.every(outcome => outcome === 'refused')
    if (!isRefused) await templateStates.told(key, news)
  }
}
