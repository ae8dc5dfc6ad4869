import type { Role } from '@pregoner/shared'

/**
 * Whose request it is and how far it may see. The only source is the session of the request; every store function that
 * touches a town's data takes one, or a town key, first.
 */
export interface Scope {
  readonly townKey: string
  readonly role: Role
  /** Departments an agent may see; without meaning for the other roles, which see all. */
  readonly departments: readonly string[]
  readonly personId: string
  readonly personName: string
}

/** The departments that limit this scope, or null when it sees all of its town. */
export const departmentsOf = (scope: Scope): readonly string[] | null =>
  scope.role === 'agent' ? scope.departments : null
