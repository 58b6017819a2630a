import type { Owner, OwnerDetails } from '@/domain/owner'
import { defineStore } from 'pinia'
import { usePortal } from '@/context'
import { clientKey, isUnread } from '@/domain/customer'
import { ownerKey } from '@/domain/owner'
import { useLazyValues } from '@/features/search/useLazyValues'

/** An owner that was read again with another stage or customer has other details. */
function detailsKey({ ref, stage, clients }: Owner): string {
  return [ownerKey(ref), stage?.pipelineId, stage?.code, ...clients.map(clientKey)].join()
}

/** Stages and customers of the owners on the screen. */
export const useOwnerDetailsStore = defineStore('owner-details', () => {
  const portal = usePortal()

  async function read(owners: readonly Owner[]): Promise<ReadonlyMap<string, OwnerDetails>> {
    const details = await portal.owners.readDetails(owners)
    return new Map(
      owners.flatMap((owner) => {
        const found = details.get(ownerKey(owner.ref))
        return found ? [[detailsKey(owner), found]] : []
      }),
    )
  }

  return useLazyValues<string, Owner, OwnerDetails>({
    keyOf: detailsKey,
    read,
    isUnread: ({ stage, customer }) => stage === 'unread' || isUnread(customer),
    unread: { stage: 'unread', customer: { kind: 'unread' } },
  })
})
