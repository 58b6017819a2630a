import { expect, it } from 'vitest'
import { connectHook } from '@cli/hook-transport'
import { SECRET } from '@tests/support/command-world'
import { startPortal } from 'b24-local-portal'

const COMMANDS = {
  write: { method: 'crm.orderentity.add', params: { fields: { orderId: 6, ownerId: 205, ownerTypeId: 2 } } },
}

it('asks before a request leaves, and keeps it back where it may not', async () => {
  const portal = await startPortal()
  const { batch } = connectHook({ origin: portal.url, userId: 1, secret: SECRET })
  await expect(batch(COMMANDS, { halt: false, mayLeave: () => false })).rejects.toMatchObject({ kind: 'withheld' })
  expect(portal.calls()).toEqual([])
  let asked = 0
  await batch(COMMANDS, { halt: false, mayLeave: () => ++asked > 0 })
  expect([asked, portal.calls().length]).toEqual([1, 1])
  await portal.stop()
})

it.each(['cut-after', 'cut-before', 'empty-body'] as const)('sends nothing twice: %s', async (kind) => {
  const portal = await startPortal()
  portal.faults([{ method: 'crm.orderentity.add', when: 'every', effect: { kind } }])
  const { batch } = connectHook({ origin: portal.url, userId: 1, secret: SECRET })
  await expect(batch(COMMANDS, { halt: false })).rejects.toThrow()
  expect(portal.calls()).toHaveLength(1)
  await portal.stop()
})
