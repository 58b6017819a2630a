import { describe, expect, it } from 'vitest'
import { controlPortal } from '@emulator/control/control-portal'
import { faultOf, openPortal, readSample, storedOwner } from '@tests/support/open-portal'

const LIST = 'crm.orderentity.list'
const ADD = 'crm.orderentity.add'

function openMove(options: Parameters<typeof openPortal>[0] = {}) {
  const opened = openPortal({ guardedMoves: true, ...options })
  const { orderId, owner } = readSample(opened.local, 'move')
  const [target, theirs] = ['moveTarget', 'dealWithoutOrders'].map((name) => readSample(opened.local, name).owner)
  if (!target || !theirs) throw new Error('The sample portal has no such owners')
  const { bindings } = opened.portal
  return {
    ...opened,
    ...{ orderId, owner, target, theirs },
    prepare: () => bindings.prepareMove({ orderId, owner }),
    move: () => bindings.write({ orderId, after: target }, owner),
    /** A colleague moves the order right before this command. */
    interfere(command: string, nth = 1) {
      let countdown = nth
      opened.local.beforeCommand = (method) => {
        if (method !== command || --countdown > 0) return
        opened.local.beforeCommand = undefined
        controlPortal(opened.local).binding({ orderId, ownerId: theirs.id, ownerTypeId: theirs.typeId })
      }
    },
    commands: () => opened.local.log.map(({ commands = [] }) => commands.map(({ method }) => method.toLowerCase())),
  }
}

describe('a guarded move', () => {
  it('is carried out where the order is still there', async () => {
    const { local, prepare, move, orderId, owner, target, commands } = openMove()
    await prepare()
    expect(await move()).toEqual({ before: owner, outcome: 'written', now: target })
    expect(commands().at(-1)).toEqual([LIST, LIST, ADD, LIST])
    expect(storedOwner(local, orderId)).toEqual(target)
  })

  it.each([
    ['between the two readings', LIST, 2],
    ['before both', LIST, 1],
  ] as const)('changes nothing where a colleague moved the order %s', async (_, command, nth) => {
    const { local, prepare, move, interfere, orderId, theirs } = openMove()
    await prepare()
    interfere(command, nth)
    expect(await move()).toMatchObject({ outcome: 'mismatch' })
    expect(storedOwner(local, orderId)).toEqual(theirs)
    expect(local.bindingHistory.map(({ user }) => user)).toEqual([null])
  })

  it('is tried out by reading once in the life of a page', async () => {
    const { prepare, local } = openMove()
    await prepare()
    await prepare()
    expect(local.log).toHaveLength(1)
    expect(local.bindingHistory).toEqual([])
  })

  it('stops where its guard is refused, and is known not to have run', async () => {
    const { prepare, move, local } = openMove({
      faults: [faultOf(LIST, { kind: 'error', code: 'INTERNAL_SERVER_ERROR' }, { nth: 6 })],
    })
    await prepare()
    await expect(move()).rejects.toMatchObject({ changed: 'no' })
    expect(local.bindingHistory).toEqual([])
  })
})

describe('a move without a guard', () => {
  it.each([
    ['is not asked for', { guardedMoves: false }],
    [
      'was not found to work',
      { faults: [faultOf(LIST, { kind: 'wrong-shape', result: { orderEntity: [] } }, { nth: 2 })] },
    ],
    [
      'finds orders by a reference to nothing',
      {
        faults: [
          faultOf(
            LIST,
            { kind: 'wrong-shape', result: { orderEntity: [{ orderId: 1, ownerId: 1, ownerTypeId: 2 }] } },
            { nth: 4 },
          ),
        ],
      },
    ],
    ['could not be tried out', { faults: [faultOf('batch', { kind: 'cut-before' }, { nth: 1 })] }],
  ])('is sent where a guard %s', async (_, options) => {
    const { prepare, move, commands } = openMove(options)
    await prepare()
    expect(await move()).toMatchObject({ outcome: 'written' })
    expect(commands().at(-1)).toEqual([LIST, ADD, LIST])
  })
})
