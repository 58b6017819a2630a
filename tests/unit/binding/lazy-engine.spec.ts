import { expect, it } from 'vitest'
import { createBindingEngine } from '@/binding/change-binding'
import { createLazyEngine } from '@/binding/lazy-engine'
import { createPageMemory } from '@/binding/remember'
import { instantClock } from '@tests/support/instant-clock'
import { openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const NOT_DONE = { kind: 'not-done', failure: { kind: 'offline', changed: 'no' } }

/** An engine whose code arrives at the given tries only. */
function openEngine({ arrivesAt }: { arrivesAt: number[] }) {
  const { local, portal } = openPortal()
  let tries = 0
  const engine = createLazyEngine({ portal, memory: createPageMemory(), clock: instantClock() }, async () => {
    tries += 1
    if (!arrivesAt.includes(tries)) throw new TypeError('Failed to fetch dynamically imported module')
    return { createBindingEngine }
  })
  const free = { orderId: readSample(local, 'unbound').orderId, after: readSample(local, 'moveTarget').owner }
  const owned = { ...free, orderId: readSample(local, 'move').orderId }
  return { local, engine, free, owned, countTries: () => tries }
}

const ignore = () => undefined

it('changes nothing, and says so, where the code of the engine does not arrive', async () => {
  const { local, engine, free } = openEngine({ arrivesAt: [] })
  expect(await engine.change(free, ignore)).toMatchObject({ ...NOT_DONE, wish: free })
  expect(storedOwner(local, free.orderId)).toBeNull()
})

it('asks for the code again with the next change', async () => {
  const { local, engine, free } = openEngine({ arrivesAt: [2] })
  await engine.change(free, ignore)
  expect(await engine.change(free, ignore)).toMatchObject({ kind: 'done' })
  expect(storedOwner(local, free.orderId)).toEqual(free.after)
})

it('makes one engine, which lets no two changes of an order run at a time', async () => {
  const { engine, free, countTries } = openEngine({ arrivesAt: [1] })
  const ends = await Promise.all([engine.change(free, ignore), engine.change(free, ignore)])
  expect(ends.map(({ kind }) => kind).sort()).toEqual(['done', 'impossible'])
  expect(countTries()).toBe(1)
})

it('asks and moves like the engine itself', async () => {
  const { local, engine, owned } = openEngine({ arrivesAt: [1] })
  const asked = await engine.change(owned, ignore)
  if (asked.kind !== 'asked') throw new Error(`The change ended as ${asked.kind}`)
  expect(await engine.confirm(asked, ignore)).toMatchObject({ kind: 'done' })
  expect(storedOwner(local, owned.orderId)).toEqual(owned.after)
})
