import type { FailureKind } from '@/domain/failure'
import type { OwnerId, OwnerTypeId } from '@/domain/id'
import type { Owner, OwnerRef, OwnerState } from '@/domain/owner'
import type { Page } from '@/domain/page'
import type { Ask } from './ask'
import type { EnrichOwners, OwnerRow } from './owner-rows'
import type { OwnerQuery, Portal } from './portal'
import * as v from 'valibot'
import { asFailure, PortalFailure } from '@/domain/failure'
import { toTypedId } from '@/domain/id'
import { ownerKey, refOf } from '@/domain/owner'
import { id, listOf, MAX_DIRECTORY, text } from './decode'
import { cardFolderOf } from './entity-types'
import { nextCursor, toPageFilter } from './id-paging'
import { inPages } from './in-pages'
import { memoizeRead } from './memoize-read'
import { ONE_OWNER, OWNER_FIELDS, OWNER_ROWS } from './owner-rows'

const TYPE_NAMES = listOf(v.object({ ID: id, NAME: text }), MAX_DIRECTORY)

/** What the portal answers about one type or one object; everything else is about the whole conversation. */
const ABOUT_THIS_TYPE: readonly FailureKind[] = ['access-denied', 'refused', 'no-store']

type OwnerFilter = Record<string, unknown>

/** The portal puts `%` around a searched text itself and takes none in it. */
function toFilter({ text: typed, cursor }: OwnerQuery): OwnerFilter {
  const searched = (typed ?? '').replaceAll('%', '').trim()
  const typedId = toTypedId(searched)
  const title = searched === '' ? {} : { '%title': searched }
  const search = typedId === undefined ? title : { 0: { logic: 'OR', 0: title, 1: { id: typedId } } }
  return { ...search, ...toPageFilter(cursor) }
}

/** What `crm.item.get` says about an owner that a list left out. */
async function stateOf(ref: OwnerRef, reading: Promise<Owner | undefined>): Promise<OwnerState> {
  try {
    const owner = await reading
    return owner ? { kind: 'present', owner } : { kind: 'unread', ref }
  } catch (error) {
    return { kind: absenceBy(asFailure(error)), ref }
  }
}

/** What the refusal of `crm.item.get` says about an owner. */
function absenceBy({ kind }: PortalFailure): Exclude<OwnerState['kind'], 'present'> {
  if (kind === 'owner-gone') return 'gone'
  return kind === 'access-denied' ? 'hidden' : 'unread'
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

/** A list says NOT_FOUND of its type: no owner is gone then, the portal just does not have such a list. */
function throwAboutType(error: unknown): never {
  const failure = asFailure(error)
  if (failure.kind !== 'owner-gone') throw failure
  const { changed, code, description } = failure
  throw new PortalFailure({ kind: 'refused', changed, code, description, cause: failure })
}

/** CRM objects that orders can belong to. @see api-reference/crm/universal/crm-item-list.md */
export function createOwners(ask: Ask, enrichOwners: EnrichOwners): Portal['owners'] {
  const readTypeNames = memoizeRead(async () => {
    const { result } = await ask({ method: 'crm.enum.ownertype', params: {} }, TYPE_NAMES)
    return new Map(result.map((row) => [row.ID, row.NAME]))
  })

  /** One page, newest first. */
  async function readRows(typeId: OwnerTypeId, filter: OwnerFilter): Promise<OwnerRow[]> {
    const params = { entityTypeId: typeId, select: OWNER_FIELDS, filter, order: { id: 'DESC' }, start: -1 }
    return (await ask({ method: 'crm.item.list', params }, OWNER_ROWS).catch(throwAboutType)).result
  }

  async function find(query: OwnerQuery): Promise<Page<Owner>> {
    const rows = await readRows(query.typeId, toFilter(query))
    return { rows: await enrichOwners(query.typeId, rows), next: nextCursor(rows) }
  }

  async function readOne({ typeId, id }: OwnerRef): Promise<Owner | undefined> {
    const params = { entityTypeId: typeId, id }
    const { result } = await ask({ method: 'crm.item.get', params, isProbe: true }, ONE_OWNER)
    return (await enrichOwners(typeId, [result]))[0]
  }

  async function readListed(typeId: OwnerTypeId, ids: OwnerId[]): Promise<Owner[]> {
    try {
      return await enrichOwners(typeId, await readRows(typeId, { '@id': ids }))
    } catch (error) {
      // A type that this person may not list: `crm.item.get` says what each owner is.
      if (!ABOUT_THIS_TYPE.includes(asFailure(error).kind)) throw error
      return []
    }
  }

  async function readOfType(typeId: OwnerTypeId, ids: OwnerId[]): Promise<OwnerState[]> {
    const listed = await readListed(typeId, ids)
    const present = listed.map((owner): OwnerState => ({ kind: 'present', owner }))
    const leftOut = ids.filter((id) => !listed.some(({ ref }) => ref.id === id)).map((id) => ({ typeId, id }))
    return [...present, ...(await Promise.all(leftOut.map((ref) => stateOf(ref, readOne(ref)))))]
  }

  async function read(refs: readonly OwnerRef[]): Promise<ReadonlyMap<string, OwnerState>> {
    const types = [...new Set(refs.map(({ typeId }) => typeId))]
    const reading = types.flatMap((typeId) =>
      inPages(refs.filter((ref) => ref.typeId === typeId).map((ref) => ref.id)).map((ids) => readOfType(typeId, ids)),
    )
    return new Map((await Promise.all(reading)).flat().map((state) => [ownerKey(refOf(state)), state]))
  }

  return {
    find,
    read,
    readPresence: (ref) => readPresence(ask, ref),
    readTypeName: async (typeId) => (await readTypeNames('all')).get(typeId),
    cardPath({ typeId, id }) {
      const folder = cardFolderOf(typeId)
      return folder && `${folder}${id}/`
    },
  }
}
