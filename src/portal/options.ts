import type { OwnerRef } from '@/domain/owner'
import type { Portal } from './portal'
import type { Transport } from './transport'
import * as v from 'valibot'
import { isSameOwner } from '@/domain/owner'
import { anOwnerId, anOwnerTypeId } from './decode'

/** Name of the user option that keeps the owners chosen lately, as `2:12,31:4`. */
export const RECENT_OWNERS = 'recentOwners'
/** Name of the app option that says whether the portal has an Orders section; no method of the portal tells it. */
export const ORDERS_MODE = 'ordersMode'
const MAX_RECENT = 8

const OPTIONS = v.object({ [RECENT_OWNERS]: v.string() })
const WITH_ORDERS = v.object({ [ORDERS_MODE]: v.literal('with-orders') })
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

/** Tells whether people have cards of orders: the administrator says so; every new portal works with deals only. */
export function hasOrderCards({ appOptions }: Pick<Transport['context'], 'appOptions'>): boolean {
  return v.is(WITH_ORDERS, appOptions)
}

/** What the portal keeps for this person in this app. @see api-reference/common/settings/user-option-set.md */
export function createOptions({ context, frame }: Pick<Transport, 'context' | 'frame'>): Portal['options'] {
  // The portal's page tells the options at the start only: from then on this list is the newer one.
  let recent = readOwners(context.userOptions).slice(0, MAX_RECENT)
  return {
    readRecentOwners: () => recent,
    rememberOwner(ref) {
      recent = [ref, ...recent.filter((other) => !isSameOwner(other, ref))].slice(0, MAX_RECENT)
      frame.setUserOption(RECENT_OWNERS, recent.map(({ typeId, id }) => `${typeId}:${id}`).join(','))
    },
  }
}
