import { signedIn, signIn } from '@pregoner/shared'
import { z } from 'zod'
import type { Accounts } from '../accounts/accounts.ts'
import type { Live } from '../sockets/live.ts'
import { clearSession, setSession } from './cookies.ts'
import type { Route } from './route.ts'
import { openRoute, signedInRoute } from './route.ts'

interface SessionDeps {
  accounts: Accounts
  live: Pick<Live, 'dropSession'>
}

export const sessionRoutes = ({ accounts, live }: SessionDeps): Route[] => [
  openRoute({
    method: 'post',
    path: '/session',
    summary: 'Signs in; the answer sets the session cookie.',
    body: signIn,
    answer: signedIn,
    async run({ body, request, response }) {
      const { token, session } = await accounts.signIn(body.email, body.password, request.ip ?? '', body.code ?? null)
      setSession(request, response, token)
      return accounts.describe(session)
    },
  }),
  signedInRoute({
    method: 'get',
    path: '/session',
    summary: 'Who is signed in, and their part in each town.',
    answer: signedIn,
    run: session => accounts.describe(session),
  }),
  signedInRoute({
    method: 'delete',
    path: '/session',
    summary: 'Signs out.',
    answer: z.strictObject({ ok: z.literal(true) }),
    async run(session, { request, response }) {
      await accounts.signOut(session.id)
      live.dropSession(session.id)
      clearSession(request, response)
      return { ok: true as const }
    },
  }),
]
