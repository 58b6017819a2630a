import type { Linter } from 'eslint'

/** A rule of architecture: files of `from` may not import `never`, with the reason that lint shows. */
interface FolderRule {
  from: string
  except?: string[]
  never: string[]
  typesAllowed?: string[]
  /** The folder above, whose rule holds here too. */
  inherits?: string
  because: string
}

const floors = (...names: string[]) => names.flatMap((name) => [`@/${name}/*`, `@/${name}/**`])
const outside = ['@emulator/*', '@emulator/**', '@tests/*', '@tests/**', '@scripts/*', '@scripts/**']
const VUE = ['vue', 'vue-i18n', 'pinia', '@pinia/colada', '@vueuse/*']
const SDK = ['@bitrix24/b24jssdk', '@bitrix24/b24jssdk/**']

/** Who may import whom; the same table stands in README.md. */
export const FOLDER_RULES: FolderRule[] = [
  {
    from: 'src/domain',
    never: [
      ...VUE,
      ...SDK,
      'valibot',
      '@/context',
      '@contract/*',
      ...floors('portal', 'binding', 'features', 'pages', 'app', 'ui', 'i18n'),
      ...outside,
    ],
    because: 'domain/ is pure: vocabulary and rules only.',
  },
  {
    from: 'src/portal',
    except: ['src/portal/b24-transport.ts'],
    never: [...VUE, ...SDK, '@/context', ...floors('binding', 'features', 'pages', 'app', 'ui', 'i18n'), ...outside],
    because: 'portal/ asks and decodes; only b24-transport.ts knows the SDK.',
  },
  {
    from: 'src/binding',
    never: [
      ...VUE,
      ...SDK,
      'valibot',
      '@/context',
      '@contract/*',
      ...floors('features', 'pages', 'app', 'ui', 'i18n'),
      ...outside,
    ],
    because: 'binding/ is the engine: a Portal and a clock, nothing of the screen.',
  },
  {
    from: 'src/ui',
    never: [
      ...SDK,
      'pinia',
      '@pinia/colada',
      'valibot',
      '@contract/*',
      '@/context',
      ...floors('portal', 'binding', 'features', 'pages', 'app'),
      ...outside,
    ],
    because: 'ui/ is free of the domain but for failures.',
  },
  {
    from: 'src/features',
    never: [...SDK, 'valibot', '@contract/*', ...floors('pages', 'app'), ...outside],
    typesAllowed: floors('portal'),
    because: 'features/ speak to the portal through usePortal() alone.',
  },
  {
    from: 'src/features/owner-search',
    inherits: 'src/features',
    never: ['@/features/**'],
    because: 'owner-search is below the other features.',
  },
  {
    from: 'src/features/order-search',
    inherits: 'src/features',
    never: ['@/features/binding-card/**', '@/features/*/*-store'],
    because: 'order-search is below the binding card, and a store belongs to its own feature.',
  },
  {
    from: 'src/features/binding-card',
    inherits: 'src/features',
    never: ['@/features/*/*-store', '!@/features/binding-card/*-store'],
    because: 'A store belongs to its own feature.',
  },
  {
    from: 'src/pages',
    never: [...SDK, 'valibot', '@contract/*', ...floors('binding', 'app'), ...outside],
    typesAllowed: floors('portal'),
    because: 'pages/ compose features.',
  },
  {
    from: 'emulator',
    never: ['vite', 'vue', 'pinia', ...SDK, '@/*', '@/**', '@tests/*', '@tests/**'],
    because: 'the emulator is a product of its own: Node and the contract only.',
  },
  {
    from: 'contract',
    never: ['@/**', '@emulator/**', '@scripts/**', '@tests/**', 'node:*', 'vue', ...SDK],
    because: 'contract/ holds types only and imports nothing.',
  },
]

function toPatterns({ never, typesAllowed, because }: FolderRule) {
  const types = typesAllowed ? [{ group: typesAllowed, message: because, allowTypeImports: true }] : []
  return [{ group: never, message: because }, ...types]
}

function toConfig(rule: FolderRule): Linter.Config {
  const above = FOLDER_RULES.filter(({ from }) => from === rule.inherits)
  const patterns = [
    { group: ['../*', '../**', '..'], message: 'Cross-folder imports use an alias.' },
    // ESLint takes the last rule that matches a file, so a folder repeats what holds above it.
    ...[...above, rule].flatMap(toPatterns),
  ]
  return {
    files: [`${rule.from}/**/*.{ts,vue}`],
    ignores: rule.except ?? [],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
}

/** The import rules as ESLint configuration, one entry per folder. */
export const folderRules: Linter.Config[] = FOLDER_RULES.map(toConfig)
