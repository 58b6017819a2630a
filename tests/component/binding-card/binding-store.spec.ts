import type { OpenPortalOptions } from '@tests/support/open-portal'
import { describe, expect, it } from 'vitest'
import { defineComponent, effectScope, h } from 'vue'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { setFaults } from '@emulator/faults/faults'
import { anOwnerRef } from '@tests/support/builders'
import { expectOnConsole } from '@tests/support/console-watch'
import { instantClock } from '@tests/support/instant-clock'
import { mountWith } from '@tests/support/mount'
import { faultOf, openPortal, readSample } from '@tests/support/open-portal'

/** The store as a page of the app has it, on the sample portal. */
function openStore(options: OpenPortalOptions = {}) {
  const { local, transport, portal } = openPortal(options)
  const stores: ReturnType<typeof useBindingStore>[] = []
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

describe('useBindingStore', () => {
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

  it('keeps why owners could not be read', async () => {
    const { store, order } = openStore({ user: 3 })
    await store.loadBindings([order])
    expect(store.failure?.kind).toBe('no-read-right')
    expect(store.byOrder.has(order)).toBe(false)
  })

  it('does not let an older reading overwrite a newer result', async () => {
    const { store, free, target } = openStore()
    const reading = store.refreshBindings([free])
    store.setBindings([{ orderId: free, owner: target }])
    await reading
    expect(store.isOwnedBy(free, target)).toBe(true)
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
