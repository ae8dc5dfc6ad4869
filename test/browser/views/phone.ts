import { FLOW, type View } from './view.ts'

/** What a flow is on a narrow screen: lines, and a form that covers them. */
export const narrowViews: View[] = [
  { name: 'a flow', path: FLOW, ready: page => page.getByRole('treeitem').first().waitFor() },
  {
    name: 'a step of a flow',
    path: FLOW,
    async ready(page) {
      await page.getByRole('treeitem').nth(1).tap()
      await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    },
  },
]
