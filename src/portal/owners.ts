import type { OwnerId, OwnerTypeId } from '@/domain/id'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { Ask } from './ask'
import type { OnDemand } from './on-demand'
import type { Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { ownerKey, refOf } from '@/domain/owner'
import { ABOUT_THIS_TYPE, absenceBy } from './absence'
import { id, listOf, MAX_DIRECTORY, text } from './decode'
import { cardFolderOf } from './entity-types'
import { inPages } from './in-pages'
import { memoizeRead } from './memoize-read'
import { createReadOwnerPage } from './owner-page'
import { ONE_OWNER, toOwner } from './owner-rows'

const TYPE_NAMES = listOf(v.object({ ID: id, NAME: text }), MAX_DIRECTORY)

/** What `crm.item.get` says about an owner that a list left out. */
async function stateOf(ref: OwnerRef, reading: Promise<Owner>): Promise<OwnerState> {
  try {
    return { kind: 'present', owner: await reading }
  } catch (error) {
    return { kind: absenceBy(asFailure(error)), ref }
  }
}

/** Asks whether an owner exists: one command, without names and stages, so that nothing need be asked after it. */
async function readPresence(ask: Ask, ref: OwnerRef): Promise<OwnerState['kind']> {
  const params = { entityTypeId: ref.typeId, id: ref.id }
  try {
    await ask({ method: 'crm.item.get', params, isProbe: true }, ONE_OWNER)
    return 'present'
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'busy') throw failure
    return absenceBy(failure)
  }
}

/** Every type that the portal names, listed as an owner type or not; asked for once in the page's life. */
function createTypeNames(ask: Ask): () => Promise<ReadonlyMap<number, string>> {
  const readOnce = memoizeRead(async () => {
    const { result } = await ask({ method: 'crm.enum.ownertype', params: {} }, TYPE_NAMES)
    return new Map(result.map((row) => [row.ID, row.NAME]))
  })
  return () => readOnce('all')
}

/** Reads owners in pages, each of one type. */
async function inTypePages<Row>(
  refs: readonly OwnerRef[],
  readPage: (typeId: OwnerTypeId, ids: OwnerId[]) => Promise<Row[]>,
): Promise<Row[]> {
  const types = [...new Set(refs.map(({ typeId }) => typeId))]
  const reading = types.flatMap((typeId) =>
    inPages(refs.filter((ref) => ref.typeId === typeId).map((ref) => ref.id)).map((ids) => readPage(typeId, ids)),
  )
  return (await Promise.all(reading)).flat()
}

/** CRM objects that orders can belong to. @see api-reference/crm/universal/crm-item-list.md */
export function createOwners(
  ask: Ask,
  readDetails: Portal['owners']['readDetails'],
): Omit<Portal['owners'], keyof OnDemand['owners']> {
  const readTypeNames = createTypeNames(ask)
  const readTypeName = async (typeId: OwnerTypeId) => (await readTypeNames()).get(typeId)

  const readRows = createReadOwnerPage(ask)

  async function readOne({ typeId, id }: OwnerRef): Promise<Owner> {
    const params = { entityTypeId: typeId, id }
    const { result } = await ask({ method: 'crm.item.get', params, isProbe: true }, ONE_OWNER)
    return toOwner(typeId, result)
  }

  async function readListedOf(typeId: OwnerTypeId, ids: OwnerId[]): Promise<Owner[]> {
    try {
      return (await readRows(typeId, { '@id': ids })).rows.map((row) => toOwner(typeId, row))
    } catch (error) {
      // A type that this person may not list: `crm.item.get` says what each owner is.
      if (!ABOUT_THIS_TYPE.includes(asFailure(error).kind)) throw error
      return []
    }
  }

  async function readOfType(typeId: OwnerTypeId, ids: OwnerId[]): Promise<OwnerState[]> {
    const listed = await readListedOf(typeId, ids)
    const present = listed.map((owner): OwnerState => ({ kind: 'present', owner }))
    const leftOut = ids.filter((id) => !listed.some(({ ref }) => ref.id === id)).map((id) => ({ typeId, id }))
    return [...present, ...(await Promise.all(leftOut.map((ref) => stateOf(ref, readOne(ref)))))]
  }

  async function read(refs: readonly OwnerRef[]): Promise<ReadonlyMap<string, OwnerState>> {
    const states = await inTypePages(refs, readOfType)
    return new Map(states.map((state) => [ownerKey(refOf(state)), state]))
  }

  async function readListed(refs: readonly OwnerRef[]): Promise<ReadonlyMap<string, Owner>> {
    const owners = await inTypePages(refs, readListedOf)
    return new Map(owners.map((owner) => [ownerKey(owner.ref), owner]))
  }

  return {
    read,
    readListed,
    readDetails,
    readPresence: (ref) => readPresence(ask, ref),
    readTypeName,
    cardPath({ typeId, id }) {
      const folder = cardFolderOf(typeId)
      return folder && `${folder}${id}/`
    },
  }
}
