import type { Ask } from './ask'
import * as v from 'valibot'
import { rethrowUnlessFailure } from '@/domain/failure'
import { id, listOf, optionalText } from './decode'
import { inPages } from './in-pages'

const PERSON = v.object({ ID: id, NAME: optionalText, LAST_NAME: optionalText })
const PEOPLE = listOf(PERSON)
const OWN_PROFILE = v.object({ ID: id })

async function readPage(ask: Ask, ids: number[]): Promise<[number, string][]> {
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

/** Reads names by `user.get`. Unconfirmed: that its filter takes a list of ids. @see api-reference/user/user-get.md */
export async function readNames(ask: Ask, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await Promise.all(inPages(ids).map((page) => readPage(ask, page)))).flat())
}

/** Reads the id of the person who opened the app. @see api-reference/common/users/profile.md */
export async function readOwnId(ask: Ask): Promise<number> {
  return (await ask({ method: 'profile', params: {} }, OWN_PROFILE)).result.ID
}
