import type { RowEnd, RunRow } from './run'
import type { Shown } from './verdict'
import { toSight } from './verdict'

/**
 * Compares how somebody says that a row ended with what the portal shows, and gives how it ended as far as that can be known: everybody
 * may say so. Where the two differ nothing is written again, as the order may have been changed since.
 */
export function checkTold(told: RowEnd, { expected, after }: RunRow, shown: Shown): RowEnd {
  if (shown === 'order-gone') return { kind: 'order-gone' }
  switch (toSight(shown, { before: expected, after })) {
    case 'after':
      return told.kind === 'done' ? told : { kind: 'unknown' }
    case 'before':
      return told.kind === 'not-done' ? told : { kind: 'unknown' }
    case 'other':
      return { kind: 'overtaken', now: shown ?? null, ours: 'unknown' }
    case 'gone':
    case 'unread':
      return { kind: 'unknown' }
  }
}
