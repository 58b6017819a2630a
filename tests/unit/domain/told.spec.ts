import type { RowEnd, RunRow } from '@/domain/run'
import type { Shown } from '@/domain/verdict'
import { expect, it } from 'vitest'
import { orderId } from '@/domain/id'
import { checkTold } from '@/domain/told'
import { anOwnerRef } from '@tests/support/builders'

const [FORMER, WISHED, OTHER] = [anOwnerRef(1), anOwnerRef(2), anOwnerRef(3)]
const row: RunRow = { orderId: orderId(5), expected: FORMER, after: WISHED }
const detached: RunRow = { ...row, after: null }

const DONE: RowEnd = { kind: 'done', replaced: { kind: 'newer', owner: OTHER } }
const NOT_DONE: RowEnd = { kind: 'not-done', code: 'ERROR_CORE' }
const LEFT: RowEnd = { kind: 'left-alone', now: OTHER }
const SO: RowEnd = { kind: 'already-so' }
const GONE: RowEnd = { kind: 'order-gone' }
const UNKNOWN: RowEnd = { kind: 'unknown' }
const overtaken = (now: Exclude<Shown, 'order-gone' | undefined>): RowEnd => ({
  kind: 'overtaken',
  now,
  ours: 'unknown',
})

it.each<[name: string, told: RowEnd, shown: Shown, known: RowEnd, row?: RunRow]>([
  ['done, and it is there', DONE, WISHED, DONE],
  ['done, and it is as before', DONE, FORMER, UNKNOWN],
  ['done, and it is elsewhere', DONE, OTHER, overtaken(OTHER)],
  ['done, and it has no owner', DONE, null, overtaken(null)],
  ['done, and the order is gone', DONE, 'order-gone', GONE],
  ['detached, and it has no owner', DONE, null, DONE, detached],
  ['detached, and it is as before', DONE, FORMER, UNKNOWN, detached],
  ['not done, and it is as before', NOT_DONE, FORMER, NOT_DONE],
  ['not done, and it is there', NOT_DONE, WISHED, UNKNOWN],
  ['not done, and it is elsewhere', NOT_DONE, OTHER, overtaken(OTHER)],
  ['left alone, and it is there', LEFT, WISHED, UNKNOWN],
  ['left alone, and it is elsewhere', LEFT, OTHER, overtaken(OTHER)],
  ['left alone, and it is as before', LEFT, FORMER, UNKNOWN],
  ['so already, and it is there', SO, WISHED, UNKNOWN],
  ['so already, and it is as before', SO, FORMER, UNKNOWN],
  ['gone, and the order is there', GONE, FORMER, UNKNOWN],
  ['gone, and so it is', GONE, 'order-gone', GONE],
  ['unknown, and it is there', UNKNOWN, WISHED, UNKNOWN],
  ['done, and no reading tells', DONE, undefined, UNKNOWN],
])('is told %s', (...[, told, shown, known, of = row]) => {
  expect(checkTold(told, of, shown)).toEqual(known)
})
