import type { Administration } from './administration'
import type { Ask } from './ask'
import type { TrialStorage } from './trial-storage'
import { asFailure } from '@/domain/failure'
import { withTrialStorage } from './trial-storage'

/** Lengths of the texts that are written, in characters of one byte. */
const LENGTHS = [4096, 16_384]

function textOf(length: number): string {
  return '0123456789abcdef'.repeat(length / 16)
}

/** A text that is refused is as good as one that comes back shorter. */
async function write(storage: TrialStorage, length: number): Promise<void> {
  try {
    await storage.add({ TEXT: textOf(length) })
  } catch (error) {
    if (asFailure(error).kind !== 'refused') throw error
  }
}

async function writeAndRead(storage: TrialStorage): Promise<number> {
  for (const length of LENGTHS) await write(storage, length)
  const kept = (await storage.find({})).map(({ TEXT }) => TEXT)
  return LENGTHS.findLast((length) => kept.includes(textOf(length))) ?? 0
}

/** Tries out how long a text in the app's own storage may be. */
export function createStorageTrial(askUnbatched: Ask): Administration['storage'] {
  return { tryOut: () => withTrialStorage(askUnbatched, { TEXT: 'S' }, writeAndRead) }
}
