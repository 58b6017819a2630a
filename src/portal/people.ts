import type { Ask } from './ask'
import * as v from 'valibot'
import { rethrowUnlessFailure } from '@/domain/failure'
import { id, listOf, optionalText } from './decode'
import { inPages } from './in-pages'

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

const PERSON = v.object({ ID: id, NAME: optionalText, LAST_NAME: optionalText })
const PEOPLE = listOf(PERSON)
const OWN_PROFILE = v.object({ ID: id })

/** Names by `user.get`. Unconfirmed: that its filter takes a list of ids. @see api-reference/user/user-get.md */
export function createPeople(ask: Ask): People {
  async function readPage(ids: number[]): Promise<[number, string][]> {
    try {
      const { result } = await ask({ method: 'user.get', params: { FILTER: { ID: ids } }, isProbe: true }, PEOPLE)
      return result.flatMap(({ ID, NAME, LAST_NAME }): [number, string][] => {
        const name = [NAME, LAST_NAME].filter(Boolean).join(' ').trim()
        return name && ids.includes(ID) ? [[ID, name]] : []
      })
    } catch (error) {
      rethrowUnlessFailure(error)
      return []
    }
  }

  return {
    readNames: async (ids) => new Map((await Promise.all(inPages(ids).map(readPage))).flat()),
    readOwnId: async () => (await ask({ method: 'profile', params: {} }, OWN_PROFILE)).result.ID,
    profilePath: (person) => `/company/personal/user/${person}/`,
  }
}
