import type { FailureKind } from '@/domain/failure'
import type { OwnerRef } from '@/domain/owner'
import type { EntryState } from '@/features/binding-card/store/change-entries'
import { describe, expect, it } from 'vitest'
import { undoOf } from '@/domain/change'
import { orderId } from '@/domain/id'
import { sentencesOf } from '@/features/binding-card/tray/sentences'
import { aFailure, anOwnerRef } from '@tests/support/builders'

const ORDER = orderId(42)
const [OLD, NEW, THEIRS] = [anOwnerRef(1), anOwnerRef(2), anOwnerRef(3)]

function aChange(before: OwnerRef | null, after: OwnerRef | null) {
  return { id: '1', orderId: ORDER, before, after, at: 0 }
}

type Replaced = 'as-seen' | 'unseen' | 'unread'

function done(before: OwnerRef | null, after: OwnerRef | null, replaced: Replaced = 'as-seen'): EntryState {
  return { kind: 'done', wish: { orderId: ORDER, after }, change: aChange(before, after), replaced }
}

function undone(before: OwnerRef | null, after: OwnerRef | null, replaced: Replaced = 'as-seen'): EntryState {
  return { ...done(after, before, replaced), wish: undoOf(aChange(before, after)) } as EntryState
}

const wish = { orderId: ORDER, after: NEW }
const undo = undoOf(aChange(OLD, NEW))
const failed = (kind: FailureKind, isUndo = false): EntryState => ({
  kind: 'not-done',
  wish: isUndo ? undo : wish,
  failure: aFailure({ kind }),
})

function keysOf(state: EntryState, now?: OwnerRef | null): string {
  const entry = { id: 1, orderId: ORDER, from: OLD, to: NEW, state }
  return sentencesOf(entry, now)
    .map(({ key }) => key.replace('tray.', ''))
    .join(' ')
}

describe('what a line of the tray says', () => {
  it.each<[string, EntryState, string]>([
    ['bound', done(null, NEW), 'done.bind'],
    ['moved', done(OLD, NEW), 'done.move'],
    ['detached', done(OLD, null), 'done.unbind'],
    ['moved from an owner that nobody had seen', done(THEIRS, NEW, 'unseen'), 'done.move replacedOwner'],
    ['bound where somebody had detached it', done(null, NEW, 'unseen'), 'done.bind replacedNothing'],
    ['moved, and what was replaced is not known', done(OLD, NEW, 'unread'), 'done.move replacedUnread'],
    ['put back', undone(OLD, NEW), 'putBack'],
    ['put back to no owner', undone(null, NEW), 'putBackFree'],
    ['put back over an owner that nobody had seen', undone(OLD, THEIRS, 'unseen'), 'putBack replacedOwner'],
    ['bound so already', { kind: 'nothing', wish, now: NEW }, 'alreadyIn'],
    ['free already', { kind: 'nothing', wish, now: null }, 'alreadyFree'],
    ['to a deleted owner', { kind: 'impossible', wish, because: 'owner-gone' }, 'impossible.gone'],
    ['to a hidden owner', { kind: 'impossible', wish, because: 'owner-hidden' }, 'impossible.hidden'],
    ['to an owner that was not read', { kind: 'impossible', wish, because: 'owner-unread' }, 'impossible.unread'],
    ['overtaken before', { kind: 'overtaken', wish, now: THEIRS, ours: 'not-written' }, 'overtaken.before isIn'],
    ['overtaken after', { kind: 'overtaken', wish, now: null, ours: 'written' }, 'overtaken.after isFree'],
    [
      'overtaken, nobody knows when',
      { kind: 'overtaken', wish, now: THEIRS, ours: 'unknown' },
      'overtaken.unknown isIn',
    ],
    ['not undone', { kind: 'overtaken', wish: undo, now: THEIRS, ours: 'not-written' }, 'overtaken.undo isIn'],
    [
      'gone from its page',
      { kind: 'overtaken', wish: { ...wish, onPageOf: OLD }, now: null, ours: 'not-written' },
      'overtaken.leftPage isFree',
    ],
    ['of an order that is gone', { kind: 'order-gone', wish }, 'order-gone'],
    ['under way', { kind: 'checking', since: 0 }, 'checking'],
  ])('%s', (_, state, keys) => {
    expect(keysOf(state)).toBe(keys)
  })

  it.each<[name: string, told: { state: EntryState; now: OwnerRef | null | undefined }, keys: string]>([
    ['the order is where it was', { state: failed('busy'), now: OLD }, 'failure.line stillIn'],
    ['the order is elsewhere', { state: failed('busy'), now: THEIRS }, 'failure.line nowIn'],
    ['the order has no owner', { state: failed('timeout'), now: null }, 'failure.line'],
    ['nobody knows where the order is', { state: failed('timeout'), now: undefined }, 'failure.line'],
    ['it was an undo, and the change stands', { state: failed('busy', true), now: NEW }, 'failure.line stillIn'],
    ['it was an undo, and the order is elsewhere', { state: failed('busy', true), now: OLD }, 'failure.line nowIn'],
  ])('of a change that was not made: %s', (_, { state, now }, keys) => {
    expect(keysOf(state, now)).toBe(keys)
  })

  it('tells a change that was not made from an undo that was not', () => {
    const whatOf = (isUndo: boolean) =>
      sentencesOf({ id: 1, orderId: ORDER, from: OLD, to: NEW, state: failed('busy', isUndo) })[0]?.messages
    expect(whatOf(false)).toEqual({ what: 'tray.notDone', why: 'failure.kinds.busy.why' })
    expect(whatOf(true)).toEqual({ what: 'tray.notUndone', why: 'failure.kinds.busy.why' })
  })
})
