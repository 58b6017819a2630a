import type { Ask } from './ask'
import type { Portal } from './portal'
import * as v from 'valibot'
import { asFailure } from '@/domain/failure'
import { listOf, text } from './decode'

/** Lengths of the texts that are written, in characters of one byte. */
const LENGTHS = [4096, 16_384]
const PROPERTY = 'TEXT'

const ITEMS = listOf(v.object({ PROPERTY_VALUES: v.object({ [PROPERTY]: v.nullable(text) }) }))

function textOf(length: number): string {
  return '0123456789abcdef'.repeat(length / 16)
}

/** A code of at most 13 characters that no trial before has: one that was cut off may have left its storage. */
function newCode(): string {
  return `trial${Math.floor(Math.random() * 36 ** 6).toString(36)}`
}

/** Tries out the app's own storage in the portal: makes one, writes, reads back, deletes it. @see api-reference/entity/index.md */
export function createStorageTrial(askUnbatched: Ask): Portal['storage'] {
  const send = (method: string, params: Record<string, unknown>) => askUnbatched({ method, params }, v.unknown())

  async function make(ENTITY: string): Promise<void> {
    await send('entity.add', { ENTITY, NAME: 'Trial of Order Binder', ACCESS: {} })
  }

  /** A text that is refused is as good as one that comes back shorter. */
  async function write(ENTITY: string, length: number): Promise<void> {
    try {
      await send('entity.item.add', { ENTITY, NAME: String(length), PROPERTY_VALUES: { [PROPERTY]: textOf(length) } })
    } catch (error) {
      if (asFailure(error).kind !== 'refused') throw error
    }
  }

  async function writeAndRead(ENTITY: string): Promise<number> {
    await send('entity.item.property.add', { ENTITY, PROPERTY, NAME: PROPERTY, TYPE: 'S' })
    for (const length of LENGTHS) await write(ENTITY, length)
    const { result } = await askUnbatched({ method: 'entity.item.get', params: { ENTITY } }, ITEMS)
    const kept = result.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES[PROPERTY])
    return LENGTHS.findLast((length) => kept.includes(textOf(length))) ?? 0
  }

  return {
    async tryOut() {
      const code = newCode()
      await make(code)
      try {
        return await writeAndRead(code)
      } finally {
        await send('entity.delete', { ENTITY: code })
      }
    },
  }
}
