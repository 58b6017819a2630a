import type { RowAnswer } from '@/portal/runs'
import { expect, it } from 'vitest'
import { judgeRow } from '@/binding/runs/row-ends'
import { PortalFailure } from '@/domain/failure'
import { anOwnerRef } from '@tests/support/builders'

const [FORMER, WISHED, NEWER, LATER] = [anOwnerRef(1), anOwnerRef(2), anOwnerRef(3), anOwnerRef(4)]
const UNREADABLE = new PortalFailure({ kind: 'unreadable', changed: 'unknown', code: 'row' })
const overtaken = (ours: 'written' | 'not-written' | 'unknown') => ({
  kind: 'overtaken',
  now: LATER,
  ours,
})

it.each<[name: string, answer: RowAnswer, end: object]>([
  [
    'written over the planned owner',
    { before: FORMER, outcome: 'written', now: WISHED },
    { kind: 'done', replaced: { kind: 'as-planned' } },
  ],
  [
    'written over a newer owner',
    { before: NEWER, outcome: 'written', now: WISHED },
    { kind: 'done', replaced: { kind: 'newer', owner: NEWER } },
  ],
  [
    'written over a newer owner, and changed again by somebody',
    { before: NEWER, outcome: 'written', now: LATER },
    { ...overtaken('written'), replaced: NEWER },
  ],
  [
    'written where somebody had detached it, and changed again',
    { before: null, outcome: 'written', now: LATER },
    { ...overtaken('written'), replaced: null },
  ],
  [
    'perhaps written over a newer owner, and changed again',
    { before: NEWER, outcome: UNREADABLE, now: LATER },
    { ...overtaken('unknown'), replaced: NEWER },
  ],
  [
    'written over the planned owner, and changed again',
    { before: FORMER, outcome: 'written', now: LATER },
    overtaken('written'),
  ],
  [
    'written, which nobody looked at before, and changed again',
    { outcome: 'written', now: LATER },
    overtaken('written'),
  ],
  [
    'not written, as somebody was quicker',
    { before: NEWER, outcome: 'mismatch', now: LATER },
    overtaken('not-written'),
  ],
])('names both owners of a row as far as they are known: %s', (_, answer, end) => {
  expect(judgeRow(answer, { expected: FORMER, after: WISHED })).toEqual({ kind: 'end', end })
})
