import { describe, expect, it } from 'vitest'
import { trimThemes, withoutColours } from '@scripts/trim-themes'
import { endBuild, transform } from '@tests/support/run-plugin'

const ID = '/virtual:bitrix24-ui-templates/b24ui/button.ts'
const CODE = `const color = [
  "air-primary",
  "danger"
] as const

export default {
  "slots": { "base": "flex" },
  "variants": {
    "color": { "air-primary": "filled", "air-boost": "gradient", "air-tertiary": "plain", "danger": "" },
    "size": { "md": "h-8" }
  },
  "compoundVariants": [
    { "color": "danger" as typeof color[number], "class": "red" },
    { "color": ["danger" as typeof color[number], "air-primary" as typeof color[number]], "class": "both" },
    { "size": "md" as typeof size[number], "class": "any" }
  ],
  "defaultVariants": { "color": "air-tertiary" as typeof color[number] }
}`

describe('withoutColours', () => {
  const [, json = ''] = withoutColours(CODE, new Set(['air-primary']))?.split('export default') ?? []
  const theme = JSON.parse(json) as Record<string, unknown>

  it('keeps the colours that are asked for, and the one that comes unasked', () => {
    expect(theme['variants']).toEqual({
      color: { 'air-primary': 'filled', 'air-tertiary': 'plain' },
      size: { md: 'h-8' },
    })
  })

  it('keeps what is said of a colour that stays, or of none', () => {
    expect(theme['compoundVariants']).toEqual([
      { color: ['danger', 'air-primary'], class: 'both' },
      { size: 'md', class: 'any' },
    ])
  })

  it('keeps everything else', () => {
    expect(theme['slots']).toEqual({ base: 'flex' })
    expect(theme['defaultVariants']).toEqual({ color: 'air-tertiary' })
  })
})

describe('trimThemes', () => {
  it('keeps a colour that the app uses', () => {
    expect(transform(trimThemes(), CODE, ID)).toContain('"air-primary":"filled"')
  })

  it('leaves other components alone', () => {
    expect(transform(trimThemes(), CODE, ID.replace('button', 'link'))).toBeUndefined()
  })

  it('stops the build when the looks come otherwise', () => {
    expect(() => transform(trimThemes(), 'export {}', ID)).toThrow('looks have changed')
  })

  it('stops the build when there are none', () => {
    expect(() => endBuild(trimThemes())).toThrow('looks have changed')
  })
})
