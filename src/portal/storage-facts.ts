import type { PortalFacts } from '@/domain/portal-facts'
import type { Ask } from './ask'
import type { TrialStorage } from './trial-storage'
import { asFailure, isTemporary } from '@/domain/failure'
import { withTrialStorage } from './trial-storage'

/** Lengths of texts that are tried, in characters of one byte. */
const LENGTHS = [4096, 16_384]
const PROPERTIES = { TEXT: 'S', LOW: 'N', HIGH: 'N' } as const

const textOf = (length: number) => '0123456789abcdef'.repeat(length / 16)

/** Gives what was found out in words; a refusal is one of them. */
async function tell(trial: Promise<string>): Promise<string> {
  try {
    return await trial
  } catch (error) {
    const failure = asFailure(error)
    if (isTemporary(failure.kind)) throw failure
    return `refused ${failure.code ?? failure.kind}`
  }
}

async function tryLength(storage: TrialStorage): Promise<string> {
  for (const length of LENGTHS) {
    await storage.add({ TEXT: textOf(length), LOW: length, HIGH: length })
    const [kept] = await storage.find({ '=PROPERTY_LOW': length })
    if (kept?.TEXT !== textOf(length)) return `less than ${length}`
  }
  return `at least ${LENGTHS.at(-1)}`
}

/** An item of the numbers 10 to 20 is looked for by one within and by one outside. */
async function tryRange(storage: TrialStorage): Promise<string> {
  await storage.add({ TEXT: 'range', LOW: 10, HIGH: 20 })
  const count = async (number: number) => {
    const found = await storage.find({ '<=PROPERTY_LOW': number, '>=PROPERTY_HIGH': number })
    return found.filter(({ TEXT }) => TEXT === 'range').length
  }
  const [within, outside] = [await count(15), await count(25)]
  return within === 1 && outside === 0 ? 'finds by range' : `${within} within, ${outside} outside`
}

async function tryUpdate(storage: TrialStorage): Promise<string> {
  const id = await storage.add({ TEXT: 'kept', LOW: 30, HIGH: 30 })
  await storage.update(id, { LOW: 31 })
  const [item] = await storage.find({ '=PROPERTY_LOW': 31 })
  if (!item) return 'not found after the update'
  return item.TEXT === 'kept' ? 'survive an update' : 'are lost by an update'
}

/** Finds out what the app's own storage does, in one that is made for it and deleted. @throws what keeps all of it from being found out */
export async function tryStorage(askUnbatched: Ask): Promise<PortalFacts> {
  return withTrialStorage(askUnbatched, PROPERTIES, async (storage) => ({
    longestText: await tell(tryLength(storage)),
    propertyRange: await tell(tryRange(storage)),
    unsentProperties: await tell(tryUpdate(storage)),
  }))
}
