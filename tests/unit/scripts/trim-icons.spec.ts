import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { trimIcons } from '@scripts/trim-icons'
import { endBuild, transform } from '@tests/support/run-plugin'

const RUNTIME = 'node_modules/@bitrix24/b24ui-nuxt/dist/runtime'
const DICTIONARY = `${RUNTIME}/dictionary/icons.js`

const trim = (file: string) => transform(trimIcons(), readFileSync(file, 'utf8'), `/somewhere/${file}`)

describe('trimIcons', () => {
  it('gives each icon as an export of its own', () => {
    const code = trim(DICTIONARY)
    expect(code).not.toContain('export default')
    expect(code).toMatch(/export \{ .*\bCrossMIcon as close, .*\bClaudeIcon as ClaudeIcon \};/)
  })

  it.each(['components/Alert.vue', 'components/Button.vue', 'composables/useComponentIcons.js', 'utils/index.js'])(
    'lets %s name what it takes',
    (file) => {
      expect(trim(`${RUNTIME}/${file}`)).toContain('import * as icons from "../dictionary/icons')
    },
  )

  it('leaves every other file alone', () => {
    expect(trim(`${RUNTIME}/components/Skeleton.vue`)).toBeUndefined()
  })

  it.each(['export default list;', 'export default { close: () => CrossMIcon };', 'export default {};'])(
    'stops the build at the list "%s"',
    (list) => {
      expect(() => transform(trimIcons(), list, `/somewhere/${DICTIONARY}`)).toThrow('list of icons has changed')
    },
  )

  it('stops the build when the list is gone', () => {
    expect(() => endBuild(trimIcons())).toThrow('list of icons has changed')
  })
})
