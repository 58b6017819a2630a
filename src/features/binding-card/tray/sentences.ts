import type { ResultOf } from '@/binding/result'
import type { OwnerRef } from '@/domain/owner'
import type { ChangeEntry } from '@/features/binding-card/store/change-entries'
import { isSameOwner } from '@/domain/owner'
import { kindOf } from '@/features/binding-card/store/change-entries'

/** A message and what stands in its braces: owners, and other messages by their keys. */
interface Sentence {
  key: string
  owners?: Record<string, OwnerRef | null | undefined>
  messages?: Record<string, string>
}

const OBSTACLES = {
  'owner-gone': 'tray.impossible.gone',
  'owner-hidden': 'tray.impossible.hidden',
  'owner-unread': 'tray.impossible.unread',
  'in-progress': 'tray.impossible.inProgress',
}

/** Says whose change it was that somebody else's came in the way of. */
function overtakenKey({ wish, ours }: ResultOf<'overtaken'>): string {
  if (ours === 'written') return 'tray.overtaken.after'
  if (ours === 'unknown') return 'tray.overtaken.unknown'
  if (wish.undoes) return 'tray.overtaken.undo'
  return wish.onPageOf ? 'tray.overtaken.leftPage' : 'tray.overtaken.before'
}

/** What was done comes first, then what the person did not see before and should know now. */
function doneSentences({ wish, change, replaced, isKept = true }: ResultOf<'done'>): Sentence[] {
  const { before: from, after: to } = change
  const key = wish.undoes ? (to ? 'tray.putBack' : 'tray.putBackFree') : `tray.done.${kindOf({ from, to })}`
  const done = [{ key, owners: { from, to } }, ...(isKept ? [] : [{ key: 'tray.notKept' }])]
  if (replaced === 'as-seen') return done
  if (replaced === 'unread') return [...done, { key: 'tray.replacedUnread' }]
  return [...done, { key: from ? 'tray.replacedOwner' : 'tray.replacedNothing', owners: { from } }]
}

/** `now`: the owner of the order, as far as the page knows it. */
function notDoneSentences(
  { wish, failure }: ResultOf<'not-done'>,
  from: OwnerRef | null,
  now?: OwnerRef | null,
): Sentence[] {
  const what = wish.undoes ? 'tray.notUndone' : 'tray.notDone'
  const failed = { key: 'failure.line', messages: { what, why: `failure.kinds.${failure.kind}.why` } }
  if (!now) return [failed]
  const isStill = isSameOwner(now, wish.undoes ? wish.undoes.after : from)
  return [failed, { key: isStill ? 'tray.stillIn' : 'tray.nowIn', owners: { now } }]
}

/** Tells what became of a change, as it is now. `now`: the owner of the order, as far as the page knows it. */
export function sentencesOf({ state, from = null }: ChangeEntry, now?: OwnerRef | null): Sentence[] {
  switch (state.kind) {
    case 'reading':
    case 'writing':
    case 'checking':
    case 'asked':
    case 'unknown':
    case 'order-gone':
      return [{ key: `tray.${state.kind}` }]
    case 'done':
      return doneSentences(state)
    case 'nothing':
      return [{ key: state.now ? 'tray.alreadyIn' : 'tray.alreadyFree', owners: { now: state.now } }]
    case 'impossible':
      return [{ key: OBSTACLES[state.because] }]
    case 'overtaken':
      return [
        { key: overtakenKey(state) },
        { key: state.now ? 'tray.isIn' : 'tray.isFree', owners: { now: state.now } },
      ]
    case 'not-done':
      return notDoneSentences(state, from, now)
    default:
      return state satisfies never
  }
}
