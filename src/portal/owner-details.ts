import type { Client, Customer } from '@/domain/customer'
import type { Owner, OwnerDetails } from '@/domain/owner'
import type { Clients } from './clients'
import type { Portal } from './portal'
import type { ReadStages, StagesByCode } from './stages'
import { ownerKey } from '@/domain/owner'
import { toCustomer } from './clients'
import { stageListOf } from './entity-types'

/** Makes the read of stages and customers: one request, but for customers that are deleted or hidden. Stages are kept for the page's life. */
export function createReadOwnerDetails(clients: Clients, readStages: ReadStages): Portal['owners']['readDetails'] {
  async function readStageLists(owners: readonly Owner[]): Promise<ReadonlyMap<string, StagesByCode>> {
    const lists = new Set(owners.flatMap((owner) => listOf(owner) ?? []))
    return new Map(await Promise.all([...lists].map(async (list) => [list, await readStages(list)] as const)))
  }

  return async (owners) => {
    const [stages, named] = await Promise.all([
      readStageLists(owners),
      clients.read(owners.flatMap((owner) => owner.clients)),
    ])
    return new Map(
      owners.map((owner): [string, OwnerDetails] => [
        ownerKey(owner.ref),
        { stage: stageOf(owner, stages), customer: customerOf(owner, named) },
      ]),
    )
  }
}

function listOf({ ref, stage }: Owner): string | undefined {
  return stage && stageListOf(ref.typeId, stage.pipelineId)
}

const isOdd = ({ unreadable }: Owner, ...fields: string[]): boolean =>
  unreadable.some(({ field }) => fields.includes(field))

function stageOf(owner: Owner, stages: ReadonlyMap<string, StagesByCode>): OwnerDetails['stage'] {
  if (owner.stage) return stages.get(listOf(owner) ?? '')?.get(owner.stage.code) ?? 'unread'
  return isOdd(owner, 'stageId', 'categoryId') ? 'unread' : 'none'
}

function customerOf(owner: Owner, named: ReadonlyMap<string, Client>): Customer {
  return isOdd(owner, 'contactId', 'companyId') ? { kind: 'unread' } : toCustomer(owner.clients, named)
}
