import { describe, expect, it } from 'vitest'
import { formatAnswer, parseMessage, withoutTokens } from '@emulator/parent/frame-messages'

const SID = '9c33468728e1d2c8c97562475edfd96a'
const CALLBACK = '49c32d62-1c0b-4801-82bb-919831a8d80c'

describe('parseMessage', () => {
  it('reads a command without arguments', () => {
    const message = parseMessage(`getInitData:${CALLBACK}:${SID}`)
    expect(message).toEqual({ command: 'getInitData', args: [], callback: CALLBACK, sid: SID })
  })

  it('reads the older form with an empty middle and no callback', () => {
    expect(parseMessage(`getInitData::${CALLBACK}:${SID}`)).toMatchObject({ args: [], callback: CALLBACK })
    expect(parseMessage(`imPhoneTo:{"phone":"+1555"}::${SID}`)).toMatchObject({
      args: { phone: '+1555' },
      callback: '',
    })
  })

  it('keeps the colons of titles and addresses', () => {
    const message = parseMessage(`setTitle:{"title":"A:b::c","url":"http://x:1/"}:${CALLBACK}:${SID}`)
    expect(message?.args).toEqual({ title: 'A:b::c', url: 'http://x:1/' })
  })

  it('reads raw JSON values, not only objects', () => {
    expect(parseMessage(`setValue:"t:est":${CALLBACK}:${SID}`)?.args).toBe('t:est')
  })

  it('reads the object form whose command has a colon', () => {
    const raw = { method: 'im:getImTextareaContent', params: '', callback: CALLBACK, appSid: SID, requestId: 'R' }
    expect(parseMessage(raw)).toEqual({
      command: 'im:getImTextareaContent',
      args: { requestId: 'R' },
      callback: CALLBACK,
      sid: SID,
    })
  })

  it.each([
    ['too few parts', `getInitData:${SID}`],
    ['broken JSON', `setTitle:{"title":${CALLBACK}:${SID}`],
    ['no command', `:${CALLBACK}:${SID}`],
    ['no sid', `getInitData:${CALLBACK}:`],
    ['a number', 5],
    ['nothing', null],
    ['a foreign object', { type: 'webpackOk' }],
  ])('takes %s for no message', (_name, raw) => {
    expect(parseMessage(raw)).toBeUndefined()
  })
})

describe('formatAnswer', () => {
  it('writes the value as JSON after the callback', () => {
    expect(formatAnswer(CALLBACK, { result: 'close' })).toBe(`${CALLBACK}:{"result":"close"}`)
  })

  it('writes nothing after the colon where there is no value', () => {
    expect(formatAnswer(CALLBACK)).toBe(`${CALLBACK}:`)
  })

  it('tells false, null and nothing apart', () => {
    expect([false, null, undefined].map((value) => formatAnswer('C', value))).toEqual(['C:false', 'C:null', 'C:'])
  })
})

describe('withoutTokens', () => {
  it('hides both tokens and keeps the rest', () => {
    const answer = { LANG: 'en', AUTH_ID: 'secret', AUTH_EXPIRES: '3600', REFRESH_ID: 'secret' }
    expect(withoutTokens(answer)).toEqual({ LANG: 'en', AUTH_ID: '***', AUTH_EXPIRES: '3600', REFRESH_ID: '***' })
  })

  it('leaves answers without tokens as they are', () => {
    expect(withoutTokens({ width: 1, height: 2 })).toEqual({ width: 1, height: 2 })
    expect(withoutTokens(undefined)).toBeUndefined()
  })
})
