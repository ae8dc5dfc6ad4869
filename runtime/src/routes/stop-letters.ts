import { interfaceLanguages } from '@pregoner/shared'
import { type Request, type Response, Router } from 'express'
import { createAllowance } from '../accounts/allowance.ts'
import { stopPage, unknownStopPage } from '../digest/stop-page.ts'
import type { Stop, StopTokens } from '../digest/stop-tokens.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { DigestChoiceStore } from '../stores/digest-choice-store.ts'
import type { DigestStopStore } from '../stores/digest-stop-store.ts'

const MAX_A_MINUTE = 30 // from one address

export interface StopLettersDeps {
  stopTokens: StopTokens
  digestChoices: DigestChoiceStore
  digestStops: DigestStopStore
  audit: AuditStore
  now: () => Date
}

/**
 * `GET|POST /letters/stop/:token`: where a weekly letter is stopped by whoever has it, without signing in (RFC 8058).
 * Looking at the link stops nothing, because programs that check mail open every link.
 */
export function stopLetters({ stopTokens, digestChoices, digestStops, audit, now }: StopLettersDeps): Router {
  const router = Router()
  const allowance = createAllowance()

  async function stop({ town, whose, language }: Stop): Promise<void> {
    const at = now()
    if ('personId' in whose) {
      const { personId } = whose
      await digestChoices.choose({ town, personId, isOn: false, language, at })
      await audit.append({ town, personId: null, action: 'account.digest_off', object: personId, at })
    } else {
      await digestStops.stop({ town, ...whose, at })
      await audit.append({ town, personId: null, action: 'town.digest_stopped', object: whose.departmentId, at })
    }
  }

  const answer = (state: 'asked' | 'done') => async (request: Request<{ token: string }>, response: Response) => {
    response.set('Cache-Control', 'no-store').type('html')
    if (!allowance.take(request.ip ?? '', MAX_A_MINUTE, now())) return void response.sendStatus(429)
    const what = stopTokens.read(request.params.token)
    if (!what) {
      const language = interfaceLanguages.find(one => one === request.acceptsLanguages(...interfaceLanguages)) ?? 'ca'
      return void response.status(404).send(unknownStopPage(language))
    }
    if (state === 'done') await stop(what)
    const { language, townName, whose } = what
    response.send(stopPage({ language, townName, isDepartments: 'departmentId' in whose, state }))
  }

  router.get('/letters/stop/:token', answer('asked'))
  router.post('/letters/stop/:token', answer('done'))
  return router
}
