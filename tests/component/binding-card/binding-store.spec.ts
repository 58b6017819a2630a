import type { OrderId } from '@/domain/id'
import type { OwnerRef } from '@/domain/owner'
import type { InProcessTransport } from '@tests/support/in-process-transport'
import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { defineComponent, effectScope, h, nextTick, watch } from 'vue'
import { orderId } from '@/domain/id'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useJournalStateStore } from '@/features/binding-card/store/journal-state-store'
import { setFaults } from '@emulator/faults/faults'
import { anOwnerRef } from '@tests/support/builders'
import { expectOnConsole } from '@tests/support/console-watch'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

type Store = ReturnType<typeof useBindingStore>

/** The store as a page of the app has it, on the sample portal. */
function openStore(options: OpenPortalOptions = {}) {
  const { local, transport, portal } = openPortal(options)
  const stores: Store[] = []
  const page = defineComponent({
    setup() {
      stores.push(useBindingStore())
      return () => h('p')
    },
  })
  mountWith(page, { portal, clock: instantClock() })
  const [store] = stores
  if (!store) throw new Error('The page did not open its store')
  const move = readSample(local, 'move')
  const free = readSample(local, 'unbound').orderId
  return {
    local,
    transport,
    portal,
    store,
    order: move.orderId,
    twin: move.owner,
    free,
    target: readSample(local, 'moveTarget').owner,
  }
}

/** Counts the requests that are sent until the change of this order is known to be done. */
async function countUntilDone(
  { store, transport, order }: Pick<ReturnType<typeof openStore>, 'store' | 'transport' | 'order'>,
  work: () => Promise<void>,
): Promise<number | undefined> {
  await useJournalStateStore().load()
  /** Nobody waits for the outcome to be written down. */
  const sent = () => transport.requests.filter(({ method }) => method !== 'entity.item.add').length
  const before = sent()
  let count: number | undefined
  const note = (kind: string) => kind === 'done' && (count = sent() - before)
  const stop = watch(() => store.taskOf(order).kind, note, { flush: 'sync' })
  await work()
  stop()
  return count
}

/** Keeps back what the next request is answered, until it is released. */
function holdNextAnswer(transport: InProcessTransport): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  const { batch, call } = transport
  const holding =
    <Args extends unknown[], Answer>(send: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      Object.assign(transport, { batch, call })
      const answer = await send(...args)
      await released
      return answer
    }
  Object.assign(transport, { batch: holding(batch), call: holding(call) })
  return release
}

describe('useBindingStore', () => {
  it('does not ask again for the owners of suggested orders, only for what they are called', async () => {
    const { transport, store, target } = openStore()
    const groups = await store.suggestFor(target)
    const ids = groups.flatMap(({ rows }) => rows.map(({ order }) => order.id))
    const before = transport.requests.length
    await store.loadBindings(ids)
    const after = JSON.stringify(transport.requests.slice(before))
    expect(after).toContain('crm.item.')
    expect(after).not.toContain('crm.orderentity.list')
    expect(ids.filter((id) => store.byOrder.get(id) === undefined)).toEqual([])
  })

  it('ends a change that a mistake of the app broke off, and reports it once', async () => {
    expectOnConsole(/TypeError: no map/)
    const { store, portal, free, target } = openStore()
    portal.bindings.write = async () => {
      throw new TypeError('no map')
    }
    await store.change({ orderId: free, after: target })
    expect(store.taskOf(free)).toMatchObject({ failure: { kind: 'app-error' } })
  })

  it('tells the end of a change whatever goes wrong with its notes', async () => {
    const { store, portal, free, target } = openStore()
    portal.options.rememberOwner = () => {
      throw new TypeError('no map')
    }
    await expect(store.change({ orderId: free, after: target })).rejects.toThrow('no map')
    expect(store.taskOf(free)).toMatchObject({ kind: 'done' })
  })

  it('knows the owners of loaded orders by name, and free orders as free', async () => {
    const { store, order, free, twin } = openStore()
    await store.loadBindings([order, free])
    expect(store.byOrder.get(order)).toMatchObject({ kind: 'present', owner: { ref: twin } })
    expect(store.byOrder.get(free)).toBeNull()
  })

  it('asks the portal only for what it does not know', async () => {
    const { store, transport, order } = openStore()
    await store.loadBindings([order])
    const sent = transport.requests.length
    await store.loadBindings([order])
    expect(transport.requests).toHaveLength(sent)
  })

  it('knows orders that were found without an owner as free, and does not ask again', async () => {
    const { store, transport, free } = openStore()
    const scan = store.scan({ wanted: 'without-owner' })
    await scan.next()
    const { found } = await scan.next()
    expect(store.byOrder.get(free)).toBeNull()
    const sent = transport.requests.length
    await store.loadBindings(found.map(({ id }) => id))
    expect(transport.requests).toHaveLength(sent)
  })

  it('keeps why owners could not be read', async () => {
    const { store, order } = openStore({ user: 3 })
    await store.loadBindings([order])
    expect(store.failure?.kind).toBe('no-read-right')
    expect(store.byOrder.has(order)).toBe(false)
  })

  it.each([
    ['the binding', (store: Store, id: OrderId) => store.refreshBindings([id])],
    ['the order', (store: Store, id: OrderId) => store.readWithOwner(id)],
    ['the newest orders', (store: Store) => store.findWithOwners({})],
    ["its owner's orders", (store: Store, _: OrderId, owner: OwnerRef) => store.readOfOwner(owner)],
  ])('does not let an older reading of %s overwrite a newer result', async (_, read) => {
    const { local, store, transport, target } = openStore()
    const newest = orderId(200)
    const release = holdNextAnswer(transport)
    const reading = read(store, newest, readSample(local, 'dealWithManyOrders').owner)
    await nextTick()
    await store.change({ orderId: newest, after: target })
    await store.confirm(newest)
    expect(store.taskOf(newest)).toMatchObject({ kind: 'done' })
    release()
    await reading
    expect(store.isOwnedBy(newest, target)).toBe(true)
  })

  it.each([
    ['a move', (store: Store, id: OrderId, after: OwnerRef) => store.change({ orderId: id, after })],
    ['an unbinding', (store: Store, id: OrderId) => store.change({ orderId: id, after: null })],
  ])('knows the end of %s two requests after it was confirmed', async (_, ask) => {
    const { store, transport, order, target } = openStore()
    await ask(store, order, target)
    expect(await countUntilDone({ store, transport, order }, () => store.confirm(order))).toBe(2)
  })

  it('knows two requests after the click that a free order is bound, or a change taken back', async () => {
    const { store, transport, free: order, target } = openStore()
    const opened = { store, transport, order }
    expect(await countUntilDone(opened, () => store.change({ orderId: order, after: target }))).toBe(2)
    const undo = () => store.proceed(store.entries.at(-1)?.id ?? 0)
    expect(await countUntilDone(opened, undo)).toBe(2)
  })

  it('remembers the chosen owner for the person once it is bound, not when it is put back', async () => {
    const { store, transport, free, target } = openStore()
    await store.change({ orderId: free, after: target })
    expect(store.taskOf(free)).toMatchObject({ kind: 'done', change: { before: null, after: target } })
    const remembered = () => transport.frameCalls.filter(({ command }) => command === 'setUserOption').length
    expect(remembered()).toBe(1)
    await store.proceed(store.entries.at(-1)?.id ?? 0)
    expect(store.taskOf(free)).toMatchObject({ kind: 'done', change: { after: null } })
    expect(remembered()).toBe(1)
  })

  it('refuses an undo when somebody changed the order since, and shows their owner', async () => {
    const { local, store, free, target } = openStore()
    await store.change({ orderId: free, after: target })
    const foreign = readSample(local, 'dealWithManyOrders').owner
    local.data.bindings.set(free, { ownerId: foreign.id, ownerTypeId: foreign.typeId })
    await store.proceed(store.entries.at(-1)?.id ?? 0)
    expect(store.taskOf(free)).toMatchObject({ kind: 'overtaken', now: foreign, ours: 'not-written' })
    expect(store.isOwnedBy(free, foreign)).toBe(true)
  })

  it('says that nothing is to be changed, without a question', async () => {
    const { store, order, twin } = openStore()
    await store.change({ orderId: order, after: twin })
    expect(store.taskOf(order)).toMatchObject({ kind: 'nothing', now: twin })
  })

  it('does not bind to an owner that is gone', async () => {
    const { store, free } = openStore()
    await store.change({ orderId: free, after: anOwnerRef(151) })
    expect(store.taskOf(free)).toMatchObject({ kind: 'impossible', because: 'owner-gone' })
    expect(store.byOrder.get(free)).toBeUndefined()
  })

  it('keeps the old owner when the portal refuses the write', async () => {
    const { local, store, free, target } = openStore()
    await store.loadBindings([free])
    setFaults(local, [faultOf('crm.orderentity.add', { kind: 'error', code: '200040300020', status: 400 })])
    await store.change({ orderId: free, after: target })
    expect(store.taskOf(free)).toMatchObject({ kind: 'not-done', failure: { kind: 'no-write-right', changed: 'no' } })
    expect(store.byOrder.get(free)).toBeNull()
  })

  it('lets a second click on the same order change nothing', async () => {
    const { store, free, target, twin } = openStore()
    const first = store.change({ orderId: free, after: target })
    await store.change({ orderId: free, after: twin })
    await first
    expect(store.taskOf(free)).toMatchObject({ kind: 'done', change: { after: target } })
  })

  it('shows a task in one place, and in the next when that one goes', async () => {
    const { store, free, target } = openStore()
    await store.change({ orderId: free, after: target })
    const [search, list] = [effectScope(), effectScope()]
    const inSearch = search.run(() => store.usePanelTask(() => free))
    const inList = list.run(() => store.usePanelTask(() => free))
    expect([inSearch?.value.kind, inList?.value.kind]).toEqual(['done', 'idle'])
    search.stop()
    expect(inList?.value.kind).toBe('done')
    list.stop()
  })
})
