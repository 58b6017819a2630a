import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, toPortalDate, toPortalDay } from '@emulator/portal/time'

const readAsWritten = (text: string) => {
  const moment = readDate(text)
  return moment === undefined ? undefined : toPortalDate(moment)
}

describe('readDate', () => {
  it.each([
    ['2021-05-12', '2021-05-12T00:00:00+03:00'],
    ['12.05.2021', '2021-05-12T00:00:00+03:00'],
    ['12.05.2021 00:00:00', '2021-05-12T00:00:00+03:00'],
    ['31.10.2026 23:59:59', '2026-10-31T23:59:59+03:00'],
    ['31.10.2026 23:59', '2026-10-31T23:59:00+03:00'],
    ['2026-10-31 23:59:59', '2026-10-31T23:59:59+03:00'],
    ['2026-10-31T23:59:59', '2026-10-31T23:59:59+03:00'],
    ['2026-10-31t20:59:59z', '2026-10-31T23:59:59+03:00'],
    ['2026-10-31T20:59:59.999Z', '2026-10-31T23:59:59+03:00'],
    ['2026-10-31T13:59-07:00', '2026-10-31T23:59:00+03:00'],
    ['2026-11-01T02:29:59+0530', '2026-10-31T23:59:59+03:00'],
    ['2026-11-01T00:59:59+04', '2026-10-31T23:59:59+03:00'],
    ['29.02.2028', '2028-02-29T00:00:00+03:00'],
  ])('reads %s', (text, moment) => {
    expect(readAsWritten(text)).toBe(moment)
  })

  it.each([
    '',
    'tomorrow',
    '2026',
    '10.2026',
    '1.9.2026',
    '12.05.21',
    '5/12/2021',
    '12-05-2021',
    '2021/05/12',
    '20210512',
    '29.02.2026',
    '2026-02-30',
    '2026-13-01',
    '00.01.2026',
    '0000-00-00',
    '12.05.2021T00:00:00',
    '12.05.2021 24:00:00',
    '12.05.2021 00:60:00',
    '12.05.2021 00:00:00 AM',
    '12.05.2021 00:00:00Z',
    '2026-08-12T00:00:00 03:00',
    '2026-08-12T00:00:00+24:00',
    ' 2026-08-12',
    '2026-08-12\n',
    'Wed, 12 Aug 2026 00:00:00 GMT',
    '1719826800',
  ])('does not take %j for a date', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  it('reads back every moment that the portal writes, in both formats', () => {
    const moment = fc.integer({
      min: Date.parse('1970-01-02T00:00:00Z') / 1000,
      max: Date.parse('2099-12-31T00:00:00Z') / 1000,
    })
    fc.assert(
      fc.property(moment, (seconds) => {
        const written = toPortalDate(seconds * 1000)
        const [year, month, day] = written.slice(0, 10).split('-')
        expect(readDate(written)).toBe(seconds * 1000)
        expect(readDate(`${day}.${month}.${year} ${written.slice(11, 19)}`)).toBe(seconds * 1000)
      }),
    )
  })
})

describe('toPortalDay', () => {
  it.each([
    ['2026-12-24', '2026-12-24T03:00:00+03:00'],
    ['24.12.2026', '2026-12-24T03:00:00+03:00'],
    ['24.12.2026 23:59:59', '2026-12-24T03:00:00+03:00'],
    ['2026-12-23T21:00:00Z', '2026-12-24T03:00:00+03:00'],
    ['2026-12-24T03:00:00+03:00', '2026-12-24T03:00:00+03:00'],
  ])('gives the day of %s by the clock of the portal', (text, day) => {
    expect(toPortalDay(text)).toBe(day)
  })

  it.each(['soon', '31.11.2026', '24/12/2026'])('gives nothing for %s', (text) => {
    expect(toPortalDay(text)).toBeUndefined()
  })
})
