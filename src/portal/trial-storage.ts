import type { Ask } from './ask'
import * as v from 'valibot'

/** A storage that is there for a moment, for the app alone. */
export interface TrialStorage {
  /** Adds an item and gives its id. */
  add(values: Record<string, string | number>): Promise<unknown>
  /** Gives the properties of the items that a filter finds, by their codes, as the portal sends them. */
  find(filter: Record<string, unknown>): Promise<Record<string, unknown>[]>
}

/** The properties of items, by their codes. */
export const TRIAL_ITEMS = v.array(v.object({ PROPERTY_VALUES: v.record(v.string(), v.unknown()) }))

/** A code of at most 13 characters that no trial before has: one that was cut off may have left its storage. */
export function newTrialCode(): string {
  return `trial${Math.floor(Math.random() * 36 ** 6).toString(36)}`
}

/**
 * Makes a storage in the portal, uses it and deletes it, whatever happened in between. `properties`: type `S` (text) or `N` (number) by code.
 * Nothing is batched: each is sent once, by itself.
 * @see api-reference/entity/index.md
 */
export async function withTrialStorage<Result>(
  askUnbatched: Ask,
  properties: Record<string, 'S' | 'N'>,
  use: (storage: TrialStorage) => Promise<Result>,
): Promise<Result> {
  const ENTITY = newTrialCode()
  const send = async <Answer>(
    method: string,
    params: Record<string, unknown>,
    schema: v.GenericSchema<unknown, Answer>,
  ) => (await askUnbatched({ method, params: { ENTITY, ...params } }, schema)).result

  const storage: TrialStorage = {
    add: (values) => send('entity.item.add', { NAME: 'Trial', PROPERTY_VALUES: values }, v.unknown()),
    async find(filter) {
      const items = await send('entity.item.get', { FILTER: filter, SORT: { ID: 'ASC' } }, TRIAL_ITEMS)
      return items.map(({ PROPERTY_VALUES }) => PROPERTY_VALUES)
    },
  }

  await send('entity.add', { NAME: 'Trial of Order Binder', ACCESS: {} }, v.unknown())
  try {
    for (const [PROPERTY, TYPE] of Object.entries(properties))
      await send('entity.item.property.add', { PROPERTY, NAME: PROPERTY, TYPE }, v.unknown())
    return await use(storage)
  } finally {
    await send('entity.delete', {}, v.unknown())
  }
}
