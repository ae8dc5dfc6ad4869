import { DIALOG, dialog, heading, type View } from './view.ts'

const CONVERSATIONS = '/t/manresa/conversations'
const LINK = 'main a[href*="/conversations/"]'

/** Conversations, and what an administrator sees of people’s data. */
export const privacyViews: View[] = [
  { name: 'conversations', path: CONVERSATIONS, ready: page => page.locator(LINK).first().waitFor() },
  {
    name: 'a conversation',
    path: CONVERSATIONS,
    part: 'article',
    async ready(page) {
      await page.locator(LINK).first().click()
      await page.getByRole('log').locator('time').first().waitFor()
    },
  },
  {
    name: 'blocking a sender',
    path: CONVERSATIONS,
    part: DIALOG,
    leaves: true,
    async ready(page) {
      await page.locator(LINK).first().click()
      await page.locator('article button:has(.lucide-ban)').click()
      await dialog(page)
    },
  },
  {
    name: 'what would be deleted',
    path: '/t/manresa/settings/retention',
    async ready(page) {
      await heading(page)
      await page.locator('main button[type="submit"]').click()
      await page.locator('#retention-trial').waitFor()
    },
  },
  ...['retention', 'consents', 'activity'].map(section => ({
    name: section,
    path: `/t/manresa/settings/${section}`,
    ready: heading,
  })),
]
