import { readFileSync } from 'node:fs'
import { LineFormatter, LogLevel, Text } from '@bitrix24/b24jssdk'
import { describe, expect, it } from 'vitest'
import { DateTime } from '@scripts/luxon-stub'
import { trimLuxon } from '@scripts/trim-luxon'
import { endBuild, transform } from '@tests/support/run-plugin'

const SDK = 'node_modules/@bitrix24/b24jssdk/dist/esm'
const IMPORT = "import { DateTime } from 'luxon';"

/** Both halves of the year, for summer time; the first and the last of a day, a month and a year. */
const DATES = [
  '2026-01-01T00:00:00Z',
  '2026-02-28T11:59:59Z',
  '2026-07-09T03:04:05Z',
  '2026-10-25T01:00:00Z',
  '2026-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
]

describe('the stub of luxon', () => {
  it.each(DATES)('writes %s for the portal as the SDK does with luxon', (text) => {
    const date = new Date(text)
    expect(DateTime.fromJSDate(date).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")).toBe(Text.toB24Format(date))
  })

  it.each(DATES)('writes %s into a log line as the SDK does with luxon', (text) => {
    const timestamp = new Date(text)
    const line = new LineFormatter('{date}').format({
      channel: '',
      level: LogLevel.INFO,
      levelName: 'INFO',
      message: '',
      context: {},
      extra: {},
      timestamp,
    })
    expect(line).toContain(DateTime.fromJSDate(timestamp).toFormat('yyyy-MM-dd HH:mm:ss'))
  })

  it('counts the seconds since 1970', () => {
    expect(DateTime.fromJSDate(new Date('2026-11-16T12:00:00.500Z')).toSeconds()).toBe(1_794_830_400.5)
  })

  it('writes now', () => {
    const before = Math.floor(Date.now() / 1000)
    expect(DateTime.now().toSeconds()).toBeGreaterThanOrEqual(before)
  })

  it.each(['fromISO', 'fromFormat'] as const)('says that it is one when %s is called', (name) => {
    expect(() => DateTime[name]()).toThrow('see scripts/trim-luxon.ts')
  })
})

describe('trimLuxon', () => {
  it.each(['tools/text.mjs', 'logger/formatter/abstract-formatter.mjs'])('knows what %s asks luxon for', (file) => {
    expect(transform(trimLuxon(), readFileSync(`${SDK}/${file}`, 'utf8'), `/x/${SDK}/${file}`)).toBeUndefined()
  })

  it.each([
    `${IMPORT} DateTime.utc()`,
    `${IMPORT} use(DateTime)`,
    `${IMPORT} DateTime.now().plus({ days: 1 })`,
    `${IMPORT} dt.setZone('utc')`,
    `${IMPORT.replace('DateTime', 'DateTime, Duration')} Duration.fromMillis(1)`,
    "import * as luxon from 'luxon';",
  ])('stops the build at "%s"', (code) => {
    expect(() => transform(trimLuxon(), code, `/x/${SDK}/tools/text.mjs`)).toThrow('use of luxon has changed')
  })

  it('stops the build when somebody else asks for luxon', () => {
    expect(() => transform(trimLuxon(), `${IMPORT} DateTime.now()`, '/x/src/main.ts')).toThrow('use of luxon')
  })

  it('stops the build when nobody asks for luxon any more', () => {
    expect(() => endBuild(trimLuxon())).toThrow('use of luxon has changed')
  })
})
