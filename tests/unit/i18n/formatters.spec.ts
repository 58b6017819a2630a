import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatDay, formatMoney, formatNumber } from '@/i18n/formatters'
import { aMoment } from '@tests/support/builders'

afterEach(() => vi.restoreAllMocks())

it('runs in a time zone that is nobody’s here, so that the computer’s own shows itself', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Auckland')
})

describe('formatDay', () => {
  it.each([
    // The clock that wrote it, where the person has no zone.
    ['2026-11-16T23:30:00+03:00', undefined, 'Nov 16, 2026'],
    ['2026-11-17T00:30:00+03:00', undefined, 'Nov 17, 2026'],
    ['2026-11-16T00:00:00+05:30', undefined, 'Nov 16, 2026'],
    ['2026-11-16T23:59:59-03:30', undefined, 'Nov 16, 2026'],
    ['2026-11-16T23:59:59Z', undefined, 'Nov 16, 2026'],
    ['2026-12-31T23:59:59-11:00', undefined, 'Dec 31, 2026'],
    ['2027-01-01T00:00:00+14:00', undefined, 'Jan 1, 2027'],
    // East and west of it.
    ['2026-11-17T00:30:00+03:00', 'Europe/Berlin', 'Nov 16, 2026'],
    ['2026-11-17T00:30:00+03:00', 'Europe/Moscow', 'Nov 17, 2026'],
    ['2026-11-16T23:30:00+03:00', 'Asia/Tokyo', 'Nov 17, 2026'],
    ['2026-11-16T23:30:00+03:00', 'Asia/Kolkata', 'Nov 17, 2026'],
    ['2026-11-16T21:00:00+03:00', 'Asia/Kolkata', 'Nov 16, 2026'],
    ['2026-11-16T21:30:00+03:00', 'Asia/Kolkata', 'Nov 17, 2026'],
    ['2026-11-16T06:29:00+03:00', 'America/St_Johns', 'Nov 15, 2026'],
    ['2026-11-16T06:30:00+03:00', 'America/St_Johns', 'Nov 16, 2026'],
    ['2026-11-16T23:30:00-08:00', 'UTC', 'Nov 17, 2026'],
    ['2026-11-16T12:00:00Z', 'Pacific/Kiritimati', 'Nov 17, 2026'],
    ['2026-11-16T10:00:00Z', 'Pacific/Pago_Pago', 'Nov 15, 2026'],
    ['2026-11-16T23:30:00+03:00', 'Etc/GMT-4', 'Nov 17, 2026'],
    // The year changes.
    ['2026-12-31T22:30:00+00:00', 'Europe/Berlin', 'Dec 31, 2026'],
    ['2026-12-31T23:00:00+00:00', 'Europe/Berlin', 'Jan 1, 2027'],
    ['2027-01-01T04:59:59+00:00', 'America/New_York', 'Dec 31, 2026'],
    // Summer time: Berlin is two hours ahead until 2026-10-25 01:00 UTC, from 2026-03-29 01:00 UTC on.
    ['2026-10-24T22:30:00+00:00', 'Europe/Berlin', 'Oct 25, 2026'],
    ['2026-10-25T22:30:00+00:00', 'Europe/Berlin', 'Oct 25, 2026'],
    ['2026-10-25T23:00:00+00:00', 'Europe/Berlin', 'Oct 26, 2026'],
    ['2026-03-28T22:30:00+00:00', 'Europe/Berlin', 'Mar 28, 2026'],
    ['2026-03-29T22:00:00+00:00', 'Europe/Berlin', 'Mar 30, 2026'],
    ['2026-03-08T04:30:00+00:00', 'America/New_York', 'Mar 7, 2026'],
    ['2026-03-09T03:59:00+00:00', 'America/New_York', 'Mar 8, 2026'],
    // What no browser knows.
    ['2026-11-17T00:30:00+03:00', 'Mars/Olympus_Mons', 'Nov 17, 2026'],
    ['2026-11-17T00:30:00+03:00', '(UTC+01:00) Berlin', 'Nov 17, 2026'],
    ['2026-11-17T00:30:00+03:00', '0', 'Nov 17, 2026'],
    ['2026-11-17T00:30:00+03:00', 'constructor', 'Nov 17, 2026'],
    ['2026-11-17T00:30:00+03:00', '', 'Nov 17, 2026'],
  ])('writes %s in %s as %s', (text, zone, day) => {
    expect(formatDay('en', aMoment(text), zone)).toBe(day)
  })

  it('writes in the language that is asked for', () => {
    expect(formatDay('ru', aMoment('2026-11-16T23:30:00+03:00'), undefined)).toBe('16 нояб. 2026 г.')
  })
})

describe('formatMoney', () => {
  it.each([
    ['en', { amount: 1234.5, currency: 'USD' }, '$1,234.50'],
    ['en', { amount: 1234.5, currency: 'JPY' }, '¥1,235'],
    ['ru', { amount: 1234.5, currency: 'RUB' }, '1 234,50 ₽'],
    ['en', { amount: 5, currency: 'BONUS' }, '5.00 BONUS'],
    ['en', { amount: 5, currency: '' }, '5.00 '],
    ['en', { amount: 5, currency: 'constructor' }, '5.00 constructor'],
  ])('writes for %s %j as %s', (language, sum, text) => {
    expect(formatMoney(language, sum).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(text)
  })
})

it('makes each formatter once, however many rows it writes', () => {
  const { DateTimeFormat, NumberFormat } = Intl
  const dates = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (...given) {
    return new DateTimeFormat(...given)
  })
  const numbers = vi.spyOn(Intl, 'NumberFormat').mockImplementation(function (...given) {
    return new NumberFormat(...given)
  })
  for (let row = 0; row < 50; row += 1) {
    formatDay('en-CA', aMoment('2026-11-16T23:30:00+03:00'), row % 2 ? 'Asia/Tokyo' : undefined)
    formatMoney('en-CA', { amount: row, currency: row % 2 ? 'CAD' : 'USD' })
    formatNumber('en-CA', row)
  }
  expect([dates.mock.calls.length, numbers.mock.calls.length]).toEqual([2, 3])
})
