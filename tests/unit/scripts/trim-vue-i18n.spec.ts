import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { trimVueI18n } from '@scripts/trim-vue-i18n'
import { endBuild, transform } from '@tests/support/run-plugin'

const FILE = 'node_modules/vue-i18n/dist/vue-i18n.mjs'

describe('trimVueI18n', () => {
  it('asks Vue for one function by name instead of for everything', () => {
    const code = transform(trimVueI18n(), readFileSync(FILE, 'utf8'), `/somewhere/${FILE}`)
    expect(code).toContain('return readInstance();')
    expect(code).not.toMatch(/import \* as Vue|\bVue\[|\bVue\./)
  })

  it('has a compiler of its own', () => {
    const code = transform(trimVueI18n(), readFileSync(FILE, 'utf8'), `/somewhere/${FILE}`)
    expect(code).toContain('registerMessageCompiler(compileMessage)')
  })

  it('leaves every other file alone', () => {
    expect(transform(trimVueI18n(), "import * as Vue from 'vue';", '/somewhere/else.mjs')).toBeUndefined()
  })

  it('stops the build when vue-i18n does it otherwise', () => {
    expect(() => transform(trimVueI18n(), 'export {}', `/somewhere/${FILE}`)).toThrow('vue-i18n has changed')
  })

  it('stops the build when the file has another name', () => {
    expect(() => endBuild(trimVueI18n())).toThrow('vue-i18n has changed')
  })
})
