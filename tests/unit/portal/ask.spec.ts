import type { Ask } from '@/portal/ask'
import type { CallAnswer, RestCommand } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { askAllPages, createAsk } from '@/portal/ask'
import { id, rowsUnder } from '@/portal/decode'

const ROWS = rowsUnder('items', id)
const COMMAND = { method: 'sale.status.list', params: { filter: { type: 'O' } } }

/** Asks a portal that answers each page by its offset, and notes the offsets. */
function openPages(answer: (start: number) => CallAnswer): { ask: Ask; starts: number[] } {
  const starts: number[] = []
  const send = async ({ params }: RestCommand) => {
    starts.push(Number(params.start))
    return answer(Number(params.start))
  }
  return { ask: createAsk(send), starts }
}

describe('askAllPages', () => {
  it('gives the rows of all pages', async () => {
    const { ask, starts } = openPages((start) => ({
      result: { items: [start + 1] },
      ...(start < 100 && { next: start + 50 }),
    }))
    expect(await askAllPages(ask, COMMAND, ROWS)).toEqual([1, 51, 101])
    expect(starts).toEqual([0, 50, 100])
  })

  it.each<[string, (start: number) => CallAnswer]>([
    ['is always full', (start) => ({ result: { items: Array(50).fill(1) }, next: start + 50 })],
    ['is always empty', (start) => ({ result: { items: [] }, next: start + 50 })],
    ['goes on row by row', (start) => ({ result: { items: [1] }, next: start + 50, total: 1 })],
    ['says that the next page is this one', (start) => ({ result: { items: [1] }, next: start })],
    ['goes back', () => ({ result: { items: [1] }, next: 0 })],
    ['goes to and fro', (start) => ({ result: { items: [1] }, next: start === 50 ? 0 : 50 })],
    ['jumps out of sight', () => ({ result: { items: [1] }, next: Number.MAX_SAFE_INTEGER })],
  ])('does not believe a list that %s', async (_, answer) => {
    const { ask, starts } = openPages(answer)
    await expect(askAllPages(ask, COMMAND, ROWS)).rejects.toMatchObject({ kind: 'unreadable', code: 'next' })
    expect(starts.length).toBeLessThanOrEqual(20)
  })
})
