import { describe, expect, it } from 'vitest'
import { judgeScopes, judgeStorage } from '@/domain/check'

const passed = { kind: 'passed' }
const missing = (...names: string[]) => ({
  kind: 'failed',
  reason: { kind: 'finding', finding: 'scopes-missing', names },
})
const wanted = (...names: string[]) => ({
  kind: 'warned',
  reason: { kind: 'finding', finding: 'scopes-wanted', names },
})

describe('judgeScopes', () => {
  it.each([
    ['crm sale placement entity user_brief', passed],
    ['user_brief entity placement sale crm', passed],
    ['crm sale placement entity user_brief task im', passed],
    ['crm sale placement entity user', passed],
    ['crm sale placement entity user_basic', passed],
    ['sale placement entity user_brief', missing('crm')],
    ['crm placement entity user_brief', missing('sale')],
    ['crm sale entity user_brief', missing('placement')],
    ['placement', missing('crm', 'sale')],
    ['', missing('crm', 'sale', 'placement')],
    ['CRM sale placement', missing('crm')],
    ['crm sale placement', wanted('entity', 'user_brief')],
    ['crm sale placement entity', wanted('user_brief')],
    ['crm sale placement user_brief', wanted('entity')],
  ])('given "%s"', (given, state) => {
    expect(judgeScopes(given.split(' ').filter(Boolean))).toEqual(state)
  })
})

describe('judgeStorage', () => {
  it.each([
    [0, 'warned'],
    [4096, 'warned'],
    [16_383, 'warned'],
    [16_384, 'passed'],
    [65_536, 'passed'],
  ])('%i bytes that came back whole: %s', (length, kind) => {
    expect(judgeStorage(length).kind).toBe(kind)
  })
})
