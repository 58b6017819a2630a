import type { OwnerRef } from '@/domain/owner'
import type { Theme } from '@/domain/session'
import type { Portal } from './portal'
import type { Transport } from './transport'
import * as v from 'valibot'
import { isSameOwner } from '@/domain/owner'
import { anOwnerId, anOwnerTypeId } from './decode'

/** Name of the user option that keeps the owners chosen lately, as `2:12,31:4`. */
const RECENT_OWNERS = 'recentOwners'
/** Name of the user option that keeps the look that a person chose. */
const THEME = 'theme'
/** Names of all options of a person. */
export const USER_OPTIONS = [RECENT_OWNERS, THEME] as const
/** What the look is where it follows the browser: the SDK takes an empty option for one that is not there. */
const AS_BROWSER = 'browser'
const MAX_RECENT = 8

const OPTIONS = v.object({ [RECENT_OWNERS]: v.string() })
const CHOSEN_THEME = v.object({ [THEME]: v.picklist(['light', 'dark']) })
const OWNER = v.pipe(
  v.strictTuple([anOwnerTypeId, anOwnerId]),
  v.transform(([typeId, id]): OwnerRef => ({ typeId, id })),
)

/** The option is anybody's text: what is not an owner is passed over. A portal without options sends `[]`. */
function readOwners(userOptions: unknown): OwnerRef[] {
  const options = v.safeParse(OPTIONS, userOptions)
  const entries = options.success ? (options.output[RECENT_OWNERS] ?? '').split(',') : []
  return entries.flatMap((entry) => {
    const owner = v.safeParse(OWNER, entry.split(':'))
    return owner.success ? [owner.output] : []
  })
}

function readTheme(userOptions: unknown): Theme | undefined {
  const options = v.safeParse(CHOSEN_THEME, userOptions)
  return options.success ? options.output[THEME] : undefined
}

/** What the portal keeps for this person in this app. @see api-reference/common/settings/user-option-set.md */
export function createOptions({ context, frame }: Pick<Transport, 'context' | 'frame'>): Portal['options'] {
  // The portal's page tells the options at the start only: from then on this list is the newer one.
  let recent = readOwners(context.userOptions).slice(0, MAX_RECENT)
  let theme = readTheme(context.userOptions)
  return {
    readRecentOwners: () => recent,
    rememberOwner(ref) {
      recent = [ref, ...recent.filter((other) => !isSameOwner(other, ref))].slice(0, MAX_RECENT)
      frame.setUserOption(RECENT_OWNERS, recent.map(({ typeId, id }) => `${typeId}:${id}`).join(','))
    },
    readTheme: () => theme,
    rememberTheme(chosen) {
      theme = chosen
      frame.setUserOption(THEME, chosen ?? AS_BROWSER)
    },
  }
}
