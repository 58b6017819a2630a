import type { RestCommand } from '@/portal/transport'
import { describe, expect, it } from 'vitest'
import { ownerId, ownerTypeId } from '@/domain/id'
import { createAsk } from '@/portal/ask'
import { createReadProducts } from '@/portal/product-rows'
import { Reference } from '@/portal/reference'
import { TransportError } from '@/portal/transport'

const DEAL = ownerTypeId(2)
const OWNER = ownerId(202)

/** A portal that answers every command with these rows, or refuses it. */
function readFrom(answer: unknown[] | TransportError) {
  const commands: RestCommand[] = []
  const ask = createAsk(async (command) => {
    commands.push(command)
    if (answer instanceof TransportError) throw answer
    return { result: { productRows: answer } }
  })
  return { commands, read: createReadProducts(ask) }
}

const refused = (code: string) => new TransportError({ kind: 'refused', code, status: 400 })

describe('the products of owners', () => {
  it.each([
    [2, 'D'],
    [31, 'SI'],
    [1038, 'T40e'],
    [128, 'T80'],
  ])('are asked for by the short code of the type: %i is %s', async (typeId, code) => {
    const { commands, read } = readFrom([])
    await read(ownerTypeId(typeId), [OWNER])
    expect(commands.map(({ method, params }) => [method, params.filter])).toEqual([
      ['crm.item.productrow.list', { '=ownerType': code, '=ownerId': 202 }],
    ])
  })

  it('are those of the catalogue, by owner', async () => {
    const { read } = readFrom([
      { id: 1, ownerId: 202, productId: 301 },
      { id: 2, ownerId: '202', productId: '303' },
      { id: 3, ownerId: 202, productId: 0 },
      { id: 4, ownerId: 202, productId: null },
    ])
    expect([...(await read(DEAL, [OWNER]))]).toEqual([[OWNER, [301, 303]]])
  })

  it('are known by what the rows say where the owner is named by reference', async () => {
    const { read } = readFrom([{ id: 1, ownerId: 207, productId: 301 }])
    expect([...(await read(DEAL, [new Reference('owners', ['items', 0, 'id'])]))]).toEqual([[207, [301]]])
  })

  it.each([
    ['another owner', [{ id: 1, ownerId: 999, productId: 301 }]],
    ['everybody', [202, 999].map((id) => ({ id, ownerId: id, productId: 301 }))],
  ])('are not taken from rows of %s', async (_, rows) => {
    expect((await readFrom(rows).read(DEAL, [OWNER])).size).toBe(0)
  })

  it.each(['ERROR_METHOD_NOT_FOUND', 'ACCESS_DENIED', 'REQUIRED_ARG_MISSING', 'INTERNAL_SERVER_ERROR'])(
    'are none where the portal answers %s',
    async (code) => {
      expect((await readFrom(refused(code)).read(DEAL, [OWNER])).size).toBe(0)
    },
  )

  it('are not asked for where there are no owners', async () => {
    const { commands, read } = readFrom([])
    expect((await read(DEAL, [])).size).toBe(0)
    expect(commands).toEqual([])
  })
})
