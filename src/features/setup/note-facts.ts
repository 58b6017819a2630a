import type { Portal } from '@/portal/portal'
import { toAnyFailure } from '@/domain/app-error'
import { reportMistakeBehind } from '@/ui/shown-failure'

/** How long the end of an installation waits for the facts, in milliseconds. */
const LIMIT = 8_000

/** Finds out what this portal does, and keeps it. It stands in nobody's way: what fails, or takes too long, is left to *Health*. */
export async function noteFacts({ facts }: Pick<Portal, 'facts'>): Promise<void> {
  const noted = facts
    .collect()
    .then(() => facts.keep())
    .catch((error: unknown) => reportMistakeBehind(toAnyFailure(error)))
  await Promise.race([noted, new Promise<void>((resolve) => setTimeout(resolve, LIMIT))])
}
