import type { ImportLine } from '@/domain/import-line'
import { describe, expect, it } from 'vitest'
import { resolveImport } from '@/binding/runs/resolve-import'
import { ownerId, ownerTypeId } from '@/domain/id'
import { readLine } from '@/domain/import-line'
import { toPlanLine } from '@/domain/import-resolved'
import { openPortal } from '@tests/support/open-portal'

const RULES = {
  types: [],
  typeId: ownerTypeId(2),
  roles: ['order', 'owner'] as const,
  reading: 'number' as const,
  isEmptyDetach: false,
}
const toLines = (cells: readonly string[][]): ImportLine[] =>
  cells.map((row, place) => readLine({ line: place + 1, cells: row }, RULES))

async function resolve(opened: ReturnType<typeof openPortal>, lines: readonly ImportLine[]) {
  const steps: number[] = []
  for await (const progress of resolveImport(opened.portal, lines)) {
    if (progress.kind === 'reading') steps.push(progress.done)
    else return { steps, lines: progress.lines.map((line) => toPlanLine(line, false)) }
  }
  throw new Error('It never ended.')
}

describe('the orders of a list', () => {
  it('become the wishes of a plan, with the mistakes in their places', async () => {
    const opened = openPortal()
    const number = (id: number, accountNumber: string) =>
      Object.assign(opened.local.data.orders.get(id) ?? {}, { accountNumber })
    number(5, 'N-5')
    number(6, '00165')
    number(7, '9')
    number(8, 'SAME')
    number(10, 'SAME')
    const cells = [
      ['N-5', '45'],
      ['165', '45'],
      ['00165', '46'],
      ['9', '47'],
      ['SAME', '48'],
      ['1E+05', '49'],
      ['N-5', 'x'],
    ]
    const after = (id: number) => ({ typeId: 2, id: ownerId(id) })
    expect((await resolve(opened, toLines(cells))).lines).toEqual([
      { kind: 'wish', line: 1, orderId: 5, after: after(45) },
      { kind: 'mistake', line: 2, mistake: 'order-missing', text: '165' },
      { kind: 'wish', line: 3, orderId: 6, after: after(46) },
      { kind: 'mistake', line: 4, mistake: 'ambiguous', text: '9' },
      { kind: 'mistake', line: 5, mistake: 'ambiguous', text: 'SAME' },
      { kind: 'mistake', line: 6, mistake: 'unreadable-order', text: '1E+05' },
      { kind: 'mistake', line: 7, mistake: 'unreadable-owner', text: 'x' },
    ])
  })

  it('are read a thousand lines at a time, one batch each', async () => {
    const opened = openPortal()
    const lines = toLines(Array.from({ length: 2500 }, (_, place) => [String(place + 1), '45']))
    const { steps, lines: resolved } = await resolve(opened, lines)
    expect(steps).toEqual([0, 1000, 2000])
    expect(resolved.map(({ line }) => line)).toEqual(lines.map(({ line }) => line))
    // Ids are asked for before the code of the search for numbers is there, the first time.
    expect(opened.transport.requests).toHaveLength(3 + 1)
  })

  it('are not asked for any more when nobody waits for them', async () => {
    const opened = openPortal()
    for await (const progress of resolveImport(opened.portal, toLines([['1', '45']]))) {
      expect(progress).toEqual({ kind: 'reading', done: 0 })
      break
    }
    expect(opened.transport.requests).toEqual([])
  })

  it('are no plan where one reading failed', async () => {
    const { portal } = openPortal({ user: 9999 })
    await expect(async () => {
      for await (const progress of resolveImport(portal, toLines([['1', '45']]))) expect(progress.kind).toBe('reading')
    }).rejects.toThrow()
  })
})
