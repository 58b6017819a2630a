import { describe, expect, it } from 'vitest'
import { batchReads } from '@/portal/batch-reads'
import { openPortal, faultOf } from '@tests/support/open-portal'

const STATUSES = { method: 'sale.status.list', params: { start: -1 } }
const ENUM = { method: 'crm.enum.ownertype', params: {} }
const UNKNOWN = { method: 'crm.nothing.list', params: {} }

describe('batchReads', () => {
  it('sends a single read as a plain call', async () => {
    const { transport } = openPortal()
    await batchReads(transport)(ENUM)
    expect(transport.requests.map(({ method }) => method)).toEqual(['crm.enum.ownertype'])
  })

  it('sends reads of one turn as one batch that does not halt', async () => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    await Promise.all([read(ENUM), read(STATUSES)])
    expect(transport.requests).toHaveLength(1)
    expect(transport.requests[0]).toMatchObject({ method: 'batch', params: { halt: 0 } })
  })

  it('gives each caller its own answer', async () => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    const [types, statuses] = await Promise.all([read(ENUM), read(STATUSES)])
    expect(types.result).toContainEqual(expect.objectContaining({ ID: 2, SYMBOL_CODE: 'DEAL' }))
    expect(statuses.result).toHaveProperty('statuses')
  })

  it('gives each caller its own refusal', async () => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    const [types, unknown] = await Promise.allSettled([read(ENUM), read(UNKNOWN)])
    expect(types.status).toBe('fulfilled')
    expect(unknown).toMatchObject({ reason: { kind: 'refused', code: 'ERROR_METHOD_NOT_FOUND', status: 0 } })
  })

  it('fails every caller when the request as a whole fails', async () => {
    const { transport } = openPortal({ faults: [faultOf('batch', { kind: 'cut-before' })] })
    const read = batchReads(transport)
    const settled = await Promise.allSettled([read(ENUM), read(STATUSES)])
    expect(settled).toMatchObject([{ reason: { kind: 'network' } }, { reason: { kind: 'network' } }])
  })

  it('calls a read without a row broken', async () => {
    const lost = { result: [], result_error: [], result_total: [], result_next: [], result_time: [] }
    const { transport } = openPortal({ faults: [faultOf('batch', { kind: 'wrong-shape', result: lost })] })
    const read = batchReads(transport)
    const [first] = await Promise.allSettled([read(ENUM), read(STATUSES)])
    expect(first).toMatchObject({ reason: { kind: 'broken', code: 'MISSING_ROW' } })
  })

  it('keeps a searched text that looks like a reference out of a batch', async () => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    const search = { method: 'sale.order.list', params: { filter: { '%accountNumber': '$result[r0][0][ID]' } } }
    await Promise.all([read(ENUM), read(STATUSES), read(search)])
    expect(transport.requests.map(({ method }) => method)).toEqual(['sale.order.list', 'batch'])
  })

  it('lets a probe travel in a batch even as the only one', async () => {
    const { transport } = openPortal()
    await batchReads(transport)({ ...ENUM, isProbe: true })
    expect(transport.requests.map(({ method }) => method)).toEqual(['batch'])
  })

  it('sends reads of different turns apart', async () => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    await read(ENUM)
    await read(STATUSES)
    expect(transport.requests).toHaveLength(2)
  })

  it.each([
    [50, 1],
    [51, 2],
    [101, 3],
  ])('sends %i reads as %i batches', async (count, batches) => {
    const { transport } = openPortal()
    const read = batchReads(transport)
    const answers = await Promise.all(Array.from({ length: count }, () => read(ENUM)))
    expect(answers).toHaveLength(count)
    expect(transport.requests).toHaveLength(batches)
  })
})
