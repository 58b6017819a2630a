import { expect, it } from 'vitest'
import { latePart } from '@/domain/late-code'

const NOT_ARRIVED = new TypeError('Failed to fetch dynamically imported module')

/** A part whose code arrives at the given tries only. */
function openPart(arrivesAt: number[]) {
  let tries = 0
  const load = latePart(async () => {
    tries += 1
    if (!arrivesAt.includes(tries)) throw NOT_ARRIVED
    return { made: tries }
  })
  return { load, countTries: () => tries }
}

it('loads nothing before it is needed, and then once', async () => {
  const { load, countTries } = openPart([1])
  expect(countTries()).toBe(0)
  const parts = await Promise.all([load(), load(), load()])
  expect([await load(), ...parts]).toEqual(Array(4).fill({ made: 1 }))
  expect(countTries()).toBe(1)
})

it('says of code that does not arrive that nothing was done', async () => {
  const { load } = openPart([])
  await expect(load()).rejects.toMatchObject({ kind: 'offline', changed: 'no', cause: NOT_ARRIVED })
})

it('asks for the code again after it did not arrive', async () => {
  const { load } = openPart([2])
  await Promise.allSettled([load(), load()])
  expect(await load()).toEqual({ made: 2 })
})
