import type { OwnerType } from '@/domain/owner-type'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { ownerTypeId } from '@/domain/id'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'
import { aFailure, anOwnerType } from '@tests/support/builders'
import { fakePortal } from '@tests/support/fake-portal'
import { mountWith } from '@tests/support/mount'

function openStore(read: () => Promise<OwnerType[]>) {
  let store: ReturnType<typeof useOwnerTypesStore> | undefined
  const Holder = defineComponent({
    setup() {
      store = useOwnerTypesStore()
      return () => h('div')
    },
  })
  mountWith(Holder, { portal: fakePortal({ ownerTypes: { read } }) })
  if (!store) throw new Error('The store was not made')
  return store
}

describe('useOwnerTypesStore', () => {
  it('reads once for everyone who asks', async () => {
    const read = vi.fn(async () => [anOwnerType()])
    const store = openStore(read)
    await Promise.all([store.load(), store.load()])
    await store.load()
    expect(read).toHaveBeenCalledTimes(1)
    expect(store.state).toEqual({ kind: 'ready', types: [anOwnerType()] })
  })

  it('finds a listed type by its id, and nothing before the list is there', async () => {
    const store = openStore(async () => [anOwnerType()])
    expect(store.find(ownerTypeId(2))).toBeUndefined()
    await store.load()
    expect(store.find(ownerTypeId(2))?.name).toBe('Deal')
    expect(store.find(ownerTypeId(31))).toBeUndefined()
  })

  it('keeps the failure until somebody retries', async () => {
    const failure = aFailure({ kind: 'timeout' })
    const read = vi
      .fn<() => Promise<OwnerType[]>>()
      .mockRejectedValueOnce(failure)
      .mockResolvedValueOnce([anOwnerType()])
    const store = openStore(read)
    await store.load()
    await store.load()
    expect(store.state).toEqual({ kind: 'failed', failure })

    const retried = store.retry()
    expect(store.state.kind).toBe('pending')
    await retried

    expect(store.state.kind).toBe('ready')
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('does not read twice when retry is pressed twice', async () => {
    const read = vi
      .fn<() => Promise<OwnerType[]>>()
      .mockRejectedValueOnce(aFailure())
      .mockResolvedValue([anOwnerType()])
    const store = openStore(read)
    await store.load()
    void store.retry()
    void store.retry()
    await flushPromises()
    expect(read).toHaveBeenCalledTimes(2)
  })
})
