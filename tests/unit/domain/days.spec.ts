import { describe, expect, it } from 'vitest'
import { addDays, dayAt, toPeriod } from '@/domain/days'

describe('toPeriod', () => {
  it.each([
    ['2026-11-26', 'Europe/Berlin', '2026-11-25T23:00:00+00:00'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00+00:00'],
    ['2026-11-26', 'UTC', '2026-11-26T00:00:00+00:00'],
    ['2026-11-26', 'Pacific/Kiritimati', '2026-11-25T10:00:00+00:00'],
    ['2026-11-26', 'Pacific/Pago_Pago', '2026-11-26T11:00:00+00:00'],
    ['2026-11-26', 'Asia/Kathmandu', '2026-11-25T18:15:00+00:00'],
    // The clock is changed on this day, at night.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00+00:00'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00+00:00'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00+00:00'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00+00:00'],
    // Put forward at midnight: the day begins at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00+00:00'],
    // Put back at one o'clock: midnight comes twice.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00+00:00'],
  ])('begins a day, %s in %s, at %s', (day, zone, start) => {
    expect(toPeriod({ from: day }, zone)).toEqual({ from: start })
  })

  it.each([undefined, 'Mars/Olympus', ''])('leaves it to the portal’s clock in %j', (zone) => {
    expect(toPeriod({ from: '2026-11-26' }, zone)).toEqual({ from: '2026-11-26T00:00:00' })
  })

  it('ends before the day after the last one', () => {
    expect(toPeriod({ to: '2026-12-31' })).toEqual({ before: '2027-01-01T00:00:00' })
    expect(toPeriod({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')).toEqual({
      from: '2026-03-28T23:00:00+00:00',
      before: '2026-03-29T22:00:00+00:00',
    })
    expect(toPeriod({}, 'Europe/Berlin')).toEqual({})
  })
})

describe('dayAt', () => {
  it.each([
    ['2026-11-17T22:34:00Z', 'America/New_York', '2026-11-17'],
    ['2026-11-17T22:34:00Z', 'Asia/Tokyo', '2026-11-18'],
    ['2026-12-31T23:59:59Z', 'UTC', '2026-12-31'],
    ['2026-12-31T23:59:59Z', 'Europe/Berlin', '2027-01-01'],
  ])('of %s in %s is %s', (instant, zone, day) => {
    expect(dayAt(Date.parse(instant), zone)).toBe(day)
  })

  it.each([undefined, 'Mars/Olympus'])('goes by this computer’s clock in %j', (zone) => {
    // The tests run in Auckland.
    expect(dayAt(Date.parse('2026-11-17T22:34:00Z'), zone)).toBe('2026-11-18')
  })
})

describe('addDays', () => {
  it.each([
    ['2026-11-26', -6, '2026-11-20'],
    ['2026-11-26', -29, '2026-10-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-11-26', 0, '2026-11-26'],
  ])('gives for %s and %i %s', (day, count, later) => {
    expect(addDays(day, count)).toBe(later)
  })
})
