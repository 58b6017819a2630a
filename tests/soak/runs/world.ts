import type { OwnerRef } from '@/domain/owner'
import type { FaultRule } from '@emulator/portal/fault'
import type { Random } from '@emulator/portal/random'
import type { BindingOwner, BindingRecord, LocalPortal } from '@emulator/portal/state'
import { vi } from 'vitest'
import { ownerId, ownerTypeId } from '@/domain/id'
import { isSameOwner } from '@/domain/owner'
import { expireTokens } from '@emulator/calls/identity'
import { controlPortal } from '@emulator/control/control-portal'
import { createPortal } from '@emulator/create-portal'
import { setFaults } from '@emulator/faults/faults'
import { createRandom } from '@emulator/portal/random'
import { effectOf } from '../faults'

const ADD = 'crm.orderentity.add'
const DELETE = 'crm.orderentity.deletebyfilter'
const LIST = 'crm.orderentity.list'
const NOTE = 'entity.item.add'
export const DEAL = 2
const MINUTE = 60_000
/** When the portal does it right again, in milliseconds: runs have to come to an end. */
const FAULTS_END = 20 * MINUTE

export const toRef = (owner: BindingOwner | null | undefined): OwnerRef | null =>
  owner ? { typeId: ownerTypeId(owner.ownerTypeId), id: ownerId(owner.ownerId) } : null

/** A portal with orders that a run is to change, faults, and somebody who changes the same orders. */
export interface RunWorld {
  random: Random
  /** Those of somebody who forges: the rest is the same without them. */
  chances: Random
  local: LocalPortal
  deals: number[]
  /** Orders of the plan. */
  orders: number[]
  /** Whom they belonged to at the start. */
  first: ReadonlyMap<number, OwnerRef | null>
  rules: FaultRule[]
  /** Orders that somebody changed between the reading of their group and their write: no request can close that gap. */
  windowed: Set<number>
  /** Nobody else works any more. */
  isCalm: boolean
}

/** Makes a world; so many orders are planned, or 30 to 200 by chance. */
export function makeWorld(seed: number, planned?: number): RunWorld {
  const random = createRandom(seed)
  const epoch = Date.UTC(2026, 10, 2, 9) - performance.now()
  // The portal's clock is its own: nobody sets it when somebody sets the date of a computer.
  const local = createPortal({ settings: { slow: true }, now: () => epoch + performance.now() })
  const deals = [...(local.data.items.get(DEAL)?.keys() ?? [])].slice(0, 8)
  const chance = random.next() < 0.8 ? random.nextInt(30, 50) : random.nextInt(50, 200)
  const count = planned ?? chance
  const all = [...local.data.orders.keys()]
  const from = random.nextInt(0, all.length - count)
  const orders = all.slice(from, from + count)
  for (const id of orders) if (random.next() < 0.3) local.data.bindings.delete(id)
  const first = new Map(orders.map((id) => [id, toRef(local.data.bindings.get(id))]))
  const chances = createRandom(seed + 1_000_000)
  return { random, chances, local, deals, orders, first, rules: [], windowed: new Set(), isCalm: false }
}

/** Every owner that an order had in this world. */
export function ownersSeen({ local, first }: RunWorld, id: number): (OwnerRef | null)[] {
  const records = local.bindingHistory.filter(({ orderId }) => orderId === id)
  return [first.get(id) ?? null, ...records.map(({ after }) => toRef(after))]
}

/** The changes of an order by people who use the app. */
export function ours({ local }: RunWorld, id: number): BindingRecord[] {
  return local.bindingHistory.filter(({ orderId, user }) => orderId === id && user !== null)
}

/** Somebody put the order back to an owner that it had before one of our changes: no reading can tell that this one ever ran. */
export function isReverted(world: RunWorld, id: number): boolean {
  const records = world.local.bindingHistory.filter(({ orderId }) => orderId === id)
  return records.some(({ user, after }, index) => {
    if (user !== null) return false
    const written = records.slice(0, index).findIndex((record) => record.user !== null)
    if (written === -1) return false
    const last = records.slice(0, index).findLastIndex((record) => record.user !== null)
    const former = [world.first.get(id) ?? null, ...records.slice(0, last).map((record) => toRef(record.after))]
    return former.some((owner) => isSameOwner(owner, toRef(after)))
  })
}

function toRule({ random }: RunWorld): FaultRule {
  const method = random.pick([
    ADD,
    ADD,
    DELETE,
    LIST,
    LIST,
    NOTE,
    NOTE,
    'entity.item.get',
    'batch',
    'batch',
    'sale.order.get',
  ])
  const when = random.pick([
    { nth: random.nextInt(1, 30) },
    { nth: random.nextInt(1, 4) },
    { probability: random.pick([0.02, 0.1, 0.3]), seed: random.nextInt(1, 999) },
  ])
  const effect = effectOf(random)
  // An answer that is false before the portal itself refers to it would make a guarded move write to another order.
  const isWhole = random.next() < 0.5 || (method === LIST && effect.kind === 'wrong-shape')
  return { method, when, effect, ...(isWhole && { inBatch: 'whole' as const }) }
}

/** The portal begins to do it wrong, and ends after a while. */
export function startFaults(world: RunWorld): void {
  const { random, local } = world
  world.rules = random.next() < 0.15 ? [] : Array.from({ length: random.nextInt(1, 4) }, () => toRule(world))
  setFaults(local, world.rules)
  setTimeout(() => setFaults(local, []), FAULTS_END)
}

/** Deletes the order, as the portal does together with its unpaid deal; binds it elsewhere, or unbinds it. */
function colleagueActs({ local, random, deals, isCalm }: RunWorld, id: number): void {
  if (isCalm || !local.data.orders.has(id)) return
  if (random.next() < 0.1) {
    controlPortal(local).binding({ orderId: id, ownerId: null })
    local.data.orders.delete(id)
    return
  }
  const owner = random.next() < 0.2 ? { ownerId: null } : { ownerId: random.pick(deals), ownerTypeId: DEAL }
  controlPortal(local).binding({ orderId: id, ...owner })
}

/** Strikes between commands of batches, at orders that these are about. */
function strikeInside(world: RunWorld): void {
  const { local, random, orders } = world
  /** Orders that were read in this batch, and not written yet. */
  const reread = new Set<number>()
  let strikes = random.nextInt(1, 6)
  let countdown = random.nextInt(1, 60)
  local.beforeCommand = (method, { key: sentKey, params }) => {
    const key = sentKey.replace('k_', '')
    if (key === 'before0' || key === 'newest') reread.clear()
    const isWrite = method === ADD || method === DELETE
    const written = Number(Object(params.fields).orderId)
    countdown -= 1
    if (countdown <= 0 && strikes > 0) {
      strikes -= 1
      countdown = random.nextInt(1, 60)
      const id = isWrite && random.next() < 0.7 ? written : random.pick(orders)
      if (reread.has(id)) world.windowed.add(id)
      colleagueActs(world, id)
    }
    if (isWrite) reread.delete(written)
    // What is read from now on is known.
    if (method === LIST && key.startsWith('before')) for (const id of idsOf(params)) reread.add(id)
  }
}

function idsOf({ filter }: Record<string, unknown>): number[] {
  return Object.values(Object(Object(filter)['@orderId'] ?? {})).map(Number)
}

/** A colleague acts at random moments and between commands of batches, somebody sets the computer's date, sessions end. */
export function startPeople(world: RunWorld): void {
  const { random, local, orders } = world
  for (let turn = random.nextInt(0, 10); turn > 0; turn--) {
    setTimeout(() => colleagueActs(world, random.pick(orders)), random.nextInt(100, 3 * MINUTE))
  }
  if (random.next() < 0.4) strikeInside(world)
  if (random.next() < 0.4) {
    const jump = random.pick([-60 * MINUTE, 70_000, 60 * MINUTE])
    setTimeout(() => vi.setSystemTime(Date.now() + jump), random.nextInt(100, 2 * MINUTE))
  }
  if (random.next() < 0.2) setTimeout(() => expireTokens(local), random.nextInt(100, 3 * MINUTE))
}

/** Everybody goes home, and the portal does what it should. */
export function calm(world: RunWorld): void {
  setFaults(world.local, [])
  world.local.beforeCommand = undefined
  world.isCalm = true
}
