import type { FailureKind, PortalFailure } from '@/domain/failure'

/** What the portal answers about one type or one object; everything else is about the whole conversation. */
export const ABOUT_THIS_TYPE: readonly FailureKind[] = ['access-denied', 'refused', 'no-store', 'owner-gone']

/** What the refusal of `crm.item.get` says about the object that was asked for. */
export function absenceBy({ kind }: PortalFailure): 'gone' | 'hidden' | 'unread' {
  if (kind === 'owner-gone') return 'gone'
  return kind === 'access-denied' ? 'hidden' : 'unread'
}
