import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { trimAxios } from '@scripts/trim-axios'
import { trimSdk } from '@scripts/trim-sdk'
import { endBuild, transform } from '@tests/support/run-plugin'

const SDK = 'node_modules/@bitrix24/b24jssdk/dist/esm/core'
const AXIOS = 'node_modules/axios/lib'

const trim = (plugin: Plugin, file: string) => transform(plugin, readFileSync(file, 'utf8'), `/somewhere/${file}`)

describe('trimSdk', () => {
  it('puts a class that refuses in the place of one that the app never makes', () => {
    const code = trim(trimSdk(), `${SDK}/actions/v2/call-list.mjs`)
    expect(code).toMatch(/^export class CallListV2 \{\s+constructor\(\) \{\s+throw new Error\('CallListV2 is not in/)
  })

  it.each(['actions/v2/call.mjs', 'actions/v2/manager-v2.mjs', 'http/v2.mjs', 'http/v3.mjs', 'http/abstract-http.mjs'])(
    'leaves %s alone',
    (file) => expect(trim(trimSdk(), `${SDK}/${file}`)).toBeUndefined(),
  )

  it('stops the build when a file gives something else', () => {
    const id = `/somewhere/${SDK}/actions/v2/batch.mjs`
    expect(() => transform(trimSdk(), 'export { Batch2 };', id)).toThrow(
      'The SDK has changed (@bitrix24/b24jssdk/dist/esm/core/actions/v2/batch.mjs): see scripts/trim-sdk.ts',
    )
  })

  it('stops the build when a file is gone', () => {
    expect(() => endBuild(trimSdk())).toThrow('The SDK has changed')
  })
})

describe('trimAxios', () => {
  it('says that there is no adapter of fetch, and keeps the other', () => {
    expect(trim(trimAxios(), `${AXIOS}/adapters/fetch.js`)).toBe('export const getFetch = () => false')
    expect(trim(trimAxios(), `${AXIOS}/adapters/xhr.js`)).toBeUndefined()
  })

  it('stops the build when axios has other adapters', () => {
    expect(() => transform(trimAxios(), 'export {}', `/somewhere/${AXIOS}/adapters/fetch.js`)).toThrow(
      'axios has changed',
    )
  })
})
