import type { RegisteredPlacement } from '@/domain/placement'
import type { Ask } from './ask'
import type { Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { filledText, listOf, MAX_DIRECTORY } from './decode'
import { ownerTypeOf } from './session'

const CODES = listOf(filledText, MAX_DIRECTORY)
const ROWS = listOf(v.object({ placement: filledText, handler: filledText }), MAX_DIRECTORY)

/** A folder and its `index.html` are one page; what the portal adds to an address does not count. */
function toPage(address: string): string {
  if (!URL.canParse(address)) return address
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname.replace(/\/index\.html$/, '/')}`
}

/**
 * The places in the portal that open this app at an address. For portal administrators, but for `readAvailable`. Nothing here is
 * batched: each is sent once, by itself.
 * @see api-reference/widgets/placement-bind.md
 */
export function createPlacementCalls(askUnbatched: Ask, handler: string): Omit<Portal['placements'], 'handler'> {
  async function readAvailable() {
    const { result } = await askUnbatched({ method: 'placement.list', params: {} }, CODES)
    return result.map((code) => {
      const ownerTypeId = ownerTypeOf(code)
      return { code, ...(ownerTypeId && { ownerTypeId }) }
    })
  }

  async function readRegistered(): Promise<RegisteredPlacement[]> {
    const { result } = await askUnbatched({ method: 'placement.get', params: {} }, ROWS)
    return result.map((row) => ({
      code: row.placement,
      handler: row.handler,
      isHere: toPage(row.handler) === toPage(handler),
    }))
  }

  return {
    readAvailable,
    readRegistered,
    async register(code, titles) {
      const texts = Object.entries(titles).map(([language, title]) => [language, { TITLE: title }])
      const params = { PLACEMENT: code, HANDLER: handler, LANG_ALL: Object.fromEntries(texts) }
      try {
        await askUnbatched({ method: 'placement.bind', params }, v.unknown())
        return 'added'
      } catch (error) {
        // A second registration is refused with a code that may mean anything.
        if (asFailure(error).kind !== 'refused') throw error
        const rows = await readRegistered()
        if (rows.some((row) => row.code === code && row.handler === handler)) return 'there'
        throw error
      }
    },
    async withdraw(code, registered) {
      await askUnbatched({ method: 'placement.unbind', params: { PLACEMENT: code, HANDLER: registered } }, v.unknown())
    },
  }
}
