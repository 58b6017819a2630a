import type { Plugin } from 'vite'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trimAxios } from '@scripts/trim-axios'
import { trimKit } from '@scripts/trim-kit'
import { trimSdk } from '@scripts/trim-sdk'
import { endBuild, transform } from '@tests/support/run-plugin'

const SDK = 'node_modules/@bitrix24/b24jssdk/dist/esm/core'
const KIT = 'node_modules/@bitrix24/b24ui-nuxt/dist/runtime/components'
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

describe('trimKit', () => {
  it.each(['Avatar', 'Badge'])('puts an empty component in the place of %s', (name) => {
    expect(trim(trimKit(), `${KIT}/${name}.vue`)).toBe('<template><span /></template>')
  })

  it.each(['Button', 'Input'])('leaves %s alone', (name) => {
    expect(trim(trimKit(), `${KIT}/${name}.vue`)).toBeUndefined()
  })

  it('is sound: no button or field of the app asks for an avatar, a tag or a loader', () => {
    const components = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vue'))
    const uses = components.flatMap((file) => readFileSync(join('src', file), 'utf8').match(/<B24\w+[^>]*>/g) ?? [])
    expect(uses.length).toBeGreaterThan(20)
    expect(uses.filter((use) => /\s:?(?:avatar|tag|loading(?:-auto)?)\b/.test(use))).toEqual([])
  })
})
