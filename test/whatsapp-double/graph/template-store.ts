import type { Ids } from '../ids.ts'
import type { Json } from '../json.ts'

export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED'

export interface Template {
  id: string
  name: string
  language: string
  category: string
  status: TemplateStatus
  parameter_format: 'POSITIONAL' | 'NAMED'
  components: Json[]
}

/** What is given to make one; approved straight away when `status` says so. */
export interface NewTemplate {
  name: string
  language: string
  category?: string
  status?: TemplateStatus
  parameterFormat?: 'POSITIONAL' | 'NAMED'
  components: Json[]
}

export interface TemplateStore {
  /** Starts the account with Meta's `hello_world`. */
  open(wabaId: string): void
  of(wabaId: string): Template[]
  find(wabaId: string, name: string, language: string): Template | undefined
  byId(id: string): { wabaId: string; template: Template } | undefined
  add(wabaId: string, template: NewTemplate): Template
  remove(wabaId: string, which: (template: Template) => boolean): number
}

const HELLO_WORLD: NewTemplate = {
  name: 'hello_world',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
    { type: 'BODY', text: 'Welcome and congratulations!! This message demonstrates your ability to send a message.' },
    { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
  ],
}

export function createTemplateStore(ids: Ids): TemplateStore {
  const accounts = new Map<string, Template[]>()
  const of = (wabaId: string) => accounts.get(wabaId) ?? []

  function add(wabaId: string, { parameterFormat, ...template }: NewTemplate): Template {
    const added: Template = {
      category: 'UTILITY',
      status: 'PENDING',
      ...template,
      parameter_format: parameterFormat ?? 'POSITIONAL',
      id: ids.mediaId(),
    }
    accounts.set(wabaId, [...of(wabaId), added])
    return added
  }

  return {
    of,
    add,
    open(wabaId) {
      if (!accounts.has(wabaId)) add(wabaId, HELLO_WORLD)
    },
    find: (wabaId, name, language) => of(wabaId).find(one => one.name === name && one.language === language),
    byId(id) {
      for (const [wabaId, templates] of accounts) {
        const template = templates.find(one => one.id === id)
        if (template) return { wabaId, template }
      }
      return undefined
    },
    remove(wabaId, which) {
      const before = of(wabaId)
      accounts.set(
        wabaId,
        before.filter(one => !which(one)),
      )
      return before.length - of(wabaId).length
    },
  }
}
