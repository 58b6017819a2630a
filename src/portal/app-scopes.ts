import type { Ask } from './ask'
import type { Portal } from './portal'
import { listOf, text } from './decode'

/** What the portal has given to this app. @see api-reference/common/system/scope.md */
export function createAppScopes(ask: Ask): Portal['app'] {
  return {
    readScopes: async () => (await ask({ method: 'scope', params: {} }, listOf(text, 200))).result,
  }
}
