import type { Ask } from './ask'

/** Employees of the portal. */
export interface People {
  /**
   * Reads what employees are called, keyed by id; whoever could not be read is absent, everybody where the app lacks the scope
   * `user_brief`. Never throws a failure.
   */
  readNames(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Reads the id of the person who opened the app. */
  readOwnId(): Promise<number>
  /** Address of an employee's page in the portal, for a link. */
  profilePath(id: number): string
}

/** What is read of people, for pages that name some; its code comes then. */
export function createPeople(ask: Ask): People {
  const load = () => import('./people-reads')
  return {
    readNames: async (ids) => (await load()).readNames(ask, ids),
    readOwnId: async () => (await load()).readOwnId(ask),
    profilePath: (person) => `/company/personal/user/${person}/`,
  }
}
