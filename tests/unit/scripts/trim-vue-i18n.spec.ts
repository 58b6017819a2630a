import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { trimVueI18n } from '@scripts/trim-vue-i18n'

const FILE = 'node_modules/vue-i18n/dist/vue-i18n.runtime.mjs'

function transform(code: string, id: string): unknown {
  const { transform: run } = trimVueI18n()
  return typeof run === 'function' ? Reflect.apply(run, {}, [code, id]) : undefined
}

describe('trimVueI18n', () => {
  it('asks Vue for one function by name instead of for everything', () => {
    const result = transform(readFileSync(FILE, 'utf8'), `/somewhere/${FILE}`)
    expect(result).toMatchObject({ code: expect.stringContaining('return readInstance();') })
    expect(result).toMatchObject({ code: expect.not.stringMatching(/import \* as Vue|\bVue\[|\bVue\./) })
  })

  it('leaves every other file alone', () => {
    expect(transform("import * as Vue from 'vue';", '/somewhere/else.mjs')).toBeNull()
  })

  it('stops the build when vue-i18n does it otherwise', () => {
    expect(() => transform('export {}', `/somewhere/${FILE}`)).toThrow('vue-i18n has changed')
  })
})
