import type { RunningPortal } from 'b24-local-portal'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCommand, rowsOf, SECRET, WITH_WEBHOOK } from '@tests/support/command-world'
import { makeOrderList, ownersIn } from '@tests/support/order-list'
import { startPortal } from 'b24-local-portal'

const SETTINGS = { rateLimit: false, operatingLimit: false }
const WRITING = /crm\.orderentity\.(?:add|deletebyfilter)/i
const DEAL = 205
const LIST = ['plan.csv', ...WITH_WEBHOOK, '--empty-detaches']

let portal: RunningPortal
let command: ReturnType<typeof openCommand>

beforeAll(async () => {
  portal = await startPortal({ settings: SETTINGS })
})
afterAll(() => portal.stop())
beforeEach(() => {
  portal.reset(SETTINGS)
  command = openCommand(portal.url)
})
afterEach(() => {
  expect(command.everything()).not.toContain(SECRET)
  command.remove()
})

/** Orders with an owner and without one, three of four with. */
function someOrders(count: number): number[] {
  const owned = portal.state().bindings.map(({ orderId }) => orderId)
  const known = new Set(owned)
  const free = Array.from({ length: 200 }, (_, place) => place + 1).filter((id) => !known.has(id))
  return [...owned.slice(0, Math.ceil((count * 3) / 4)), ...free].slice(0, count)
}

function writeList(count: number) {
  const list = makeOrderList(portal, someOrders(count), DEAL)
  command.write('plan.csv', list.csv)
  return list
}

/** Whom the orders of a list belong to now, in its order. */
function ownersOf(ids: Iterable<number>): string[] {
  const owners = ownersIn(portal)
  return [...ids].map((id) => owners.get(id) ?? '')
}

const changedOrders = () => portal.history().map(({ orderId }) => orderId)

describe('a list', () => {
  it('is carried out, each line once, and every line is reported', async () => {
    const { wishes } = writeList(60)
    const before = ownersOf(wishes.keys())
    expect(await command.run(LIST)).toBe(0)
    expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
    const report = rowsOf(command.read('plan.csv.report.csv'))
    expect(report.map(([, id, , from, to]) => [Number(id), from, to])).toEqual(
      [...wishes].map(([id, to], place) => [id, before[place], to]),
    )
    expect(report.every(([, , , , , , outcome = '']) => ['done', 'already so'].includes(outcome))).toBe(true)
    expect(changedOrders()).toHaveLength(new Set(changedOrders()).size)
    expect(command.files()).toEqual(['plan.csv', 'plan.csv.report.csv', 'plan.csv.run.jsonl'])
  })

  it('is nothing to write when it is carried out again', async () => {
    writeList(8)
    await command.run(LIST)
    const journal = command.read('plan.csv.run.jsonl')
    expect(await command.run(LIST)).toBe(0)
    expect(command.printed()).toContain('There is nothing to write.')
    expect(command.read('plan.csv.run.jsonl')).toBe(journal)
  })

  it('keeps the journal of the run before under a name of its own', async () => {
    const { wishes } = writeList(4)
    await command.run(LIST)
    const journal = command.read('plan.csv.run.jsonl')
    portal.binding({ orderId: [...wishes.keys()][1] ?? 0, ownerId: 201, ownerTypeId: 2 })
    expect(await command.run(LIST)).toBe(0)
    expect(command.read('plan.csv.run.1.jsonl')).toBe(journal)
    expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
  })

  it('is only partly carried out where a line cannot be: the code says so, and the report why', async () => {
    command.write('plan.csv', 'Order ID,Deal\n999999,205\n1,999999\n2,205\nx,205\n2,205\n')
    expect(await command.run(LIST)).toBe(1)
    const outcomes = rowsOf(command.read('plan.csv.report.csv')).map((row) => row[6])
    expect(outcomes).toEqual(['no such order', 'no such owner', 'done', 'not readable', 'named twice'])
    expect(ownersOf([2])).toEqual(['2:205'])
  })

  it('counts a line that wishes once more what another one does as carried out', async () => {
    command.write('plan.csv', 'Order ID,Deal\n2,205\n2,205\n')
    expect(await command.run(LIST)).toBe(0)
  })

  it('leaves an order alone that somebody changes after it was planned', async () => {
    command.write('plan.csv', 'Order ID,Deal\n1,205\n2,205\n')
    const { connect } = command.world
    const code = await command.run(LIST, {
      connect(webhook) {
        const transport = connect(webhook)
        return {
          ...transport,
          async call(step) {
            const isPrepare = command.files().includes('plan.csv.run.jsonl')
            if (isPrepare) portal.binding({ orderId: 1, ownerId: 201, ownerTypeId: 2 })
            return transport.call(step)
          },
        }
      },
    })
    expect(code).toBe(1)
    expect(ownersOf([1, 2])).toEqual(['2:201', '2:205'])
    expect(rowsOf(command.read('plan.csv.report.csv'))[0]?.slice(6, 8)).toEqual(['changed since, left alone', '2:201'])
  })

  const LOST = [{ kind: 'cut-after' }, { kind: 'cut-before' }, { kind: 'late-work', ms: 0 }] as const
  it.each(LOST)('is as wished although an answer is lost: $kind', async (effect) => {
    const { wishes } = writeList(10)
    portal.faults([{ method: 'crm.orderentity.deletebyfilter', when: { nth: 1 }, effect }])
    expect(await command.run(LIST)).toBe(0)
    expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
    expect(changedOrders()).toHaveLength(new Set(changedOrders()).size)
    expect(command.told()).toContain('an answer was lost')
  })
})

describe('a dry run', () => {
  it('writes the plan, and asks for nothing that could write', async () => {
    const { wishes } = writeList(12)
    const before = ownersOf(wishes.keys())
    expect(await command.run([...LIST, '--dry-run'])).toBe(0)
    expect(ownersOf(wishes.keys())).toEqual(before)
    expect(JSON.stringify(portal.calls())).not.toMatch(WRITING)
    expect(command.printed()).toMatch(/ 3 {2}detach\n(?:.*\n)* +3 {2}bind\n/)
    expect(command.files()).toEqual(['plan.csv', 'plan.csv.plan.csv'])
  })

  it('writes a plan that is a list again, and the same', async () => {
    writeList(12)
    await command.run([...LIST, '--dry-run'])
    const plan = command.read('plan.csv.plan.csv')
    command.write('plan.csv', plan)
    await command.run([...LIST, '--dry-run'])
    expect(command.read('plan.csv.plan.csv')).toBe(plan)
  })

  it('says by its code that a line cannot be carried out', async () => {
    command.write('plan.csv', 'Order ID,Deal\n999999,205\n')
    expect(await command.run([...LIST, '--dry-run'])).toBe(1)
  })
})

describe('undo', () => {
  it('takes a run back, all but what was changed since', async () => {
    const { wishes } = writeList(12)
    const ids = [...wishes.keys()]
    const before = ownersOf(ids)
    await command.run(LIST)
    portal.binding({ orderId: ids[1] ?? 0, ownerId: 202, ownerTypeId: 2 })
    const code = await command.run(['--undo', 'plan.csv.run.jsonl', ...WITH_WEBHOOK])
    expect(ownersOf(ids)).toEqual(before.with(1, '2:202'))
    expect(code).toBe(1)
    const report = rowsOf(command.read('plan.csv.run.undo.report.csv'))
    expect(report.filter((row) => row[6] === 'changed since, left alone').map((row) => Number(row[1]))).toEqual([
      ids[1],
    ])
  })

  it('writes nothing where it is only tried', async () => {
    const { wishes } = writeList(4)
    await command.run(LIST)
    expect(await command.run(['--undo', 'plan.csv.run.jsonl', ...WITH_WEBHOOK, '--dry-run'])).toBe(0)
    expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
  })

  it('can be undone itself', async () => {
    const { wishes } = writeList(4)
    await command.run(LIST)
    expect(await command.run(['--undo', 'plan.csv.run.jsonl', ...WITH_WEBHOOK])).toBe(0)
    expect(await command.run(['--undo', 'plan.csv.run.undo.run.jsonl', ...WITH_WEBHOOK])).toBe(0)
    expect(ownersOf(wishes.keys())).toEqual([...wishes.values()])
  })
})
