import type { DemoSecrets } from './seed-demo.ts'
import { demoEmail } from './seed-demo.ts'

/** What `npm start` says when it is ready: where to click, and how to sign in the first time. */
export function welcome(
  url: string,
  townKeys: readonly string[],
  secrets: DemoSecrets | null,
  adminEmail: string | undefined,
): string {
  const [first = 'manresa'] = townKeys.includes('manresa') ? ['manresa'] : townKeys
  const chats = townKeys.map(key => `    ${url}/chat/${key}`)
  const signIns = secrets
    ? [
        '',
        '  Sign in with any of these; this password is shown only once:',
        `    password        ${secrets.password}`,
        `    administrator   ${adminEmail ?? 'admin@pregoner.example'} (all towns)`,
        `    officer         ${demoEmail('officer', first)}   (likewise for ${townKeys.filter(key => key !== first).join(', ')})`,
        `    agents          <department>@${first}.example`,
        '',
        '  WhatsApp credentials of the demo channels, for the test phone (see the README):',
        `    app secret      ${secrets.whatsapp.appSecret}`,
        `    verify token    ${secrets.whatsapp.verifyToken}`,
        `    access token    ${secrets.whatsapp.accessToken}`,
      ]
    : ['', '  Sign in as shown at the first start. `npm run seed -- --password <new one>` sets a new demo password.']
  const citizens = ['', '  Write as a citizen:', ...chats, ...signIns]
  return [
    '',
    '  Pregoner is ready.',
    '',
    '  Draw and watch:',
    `    ${url}`,
    ...(chats.length > 0 ? citizens : ['', '  There is no town yet. `npm run seed` makes the demo towns.']),
    '',
  ].join('\n')
}
