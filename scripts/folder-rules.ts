/** A rule of architecture: files of `from` may not import `never`, with the reason that lint shows. */
export interface FolderRule {
  from: string
  except?: string[]
  never: string[]
  typesAllowed?: string[]
  /** Everything that this regular expression matches is forbidden as well. */
  neverMatching?: string
  /** The folder above, whose rule holds here too. */
  inherits?: string
  because: string
}

const folders = (...names: string[]) => names.flatMap((name) => [`@${name}/*`, `@${name}/**`])
const layers = (...names: string[]) => folders(...names.map((name) => `/${name}`))
const outside = folders('cli', 'emulator', 'tests', 'scripts')
const VUE = ['vue', 'vue-i18n', 'pinia', '@pinia/colada', '@vueuse/*']
const SDK = ['@bitrix24/b24jssdk', '@bitrix24/b24jssdk/**']

/** The local portal from the bottom up: a folder imports from layers below its own. */
const EMULATOR_LAYERS = [
  ['portal'],
  ['calls'],
  ['php', 'lists', 'faults'],
  ['app', 'rows'],
  ['seed', 'side-effects'],
  ['methods'],
  ['rest'],
  ['control', 'pages'],
  ['http'],
  ['cli'],
]
/** Compiles the pages' assets by esbuild where the portal runs from its sources; the package brings them along. */
const COMPILES_ASSETS = ['emulator/http/compile-asset.ts']
const EMULATOR_ROOT = ['main', 'server', 'start-portal', 'create-portal']
/** These know Node; all others run in a browser as well. */
const NODE_FOLDERS = ['http', 'cli']
/** What folders take from the root all the same. */
const ROOT_ALLOWED: Record<string, string[]> = { control: ['create-portal'], cli: ['server'] }
const PARENT_NEVER = EMULATOR_LAYERS.flat().filter((name) => name !== 'portal')
const PARENT_EXCEPTIONS = [
  '!@emulator/control/protocol',
  '!@emulator/pages/bridge-protocol',
  '!@emulator/faults/wrong-types',
]

const emulatorFolders = (...names: string[]) => names.map((name) => `@emulator/${name}/*`)
const emulatorFiles = (...names: string[]) => names.map((name) => `@emulator/${name}`)

function toEmulatorRule(name: string, level: number): FolderRule {
  const others = EMULATOR_LAYERS.slice(level)
    .flat()
    .filter((other) => other !== name)
  const root = EMULATOR_ROOT.filter((file) => !ROOT_ALLOWED[name]?.includes(file))
  const node = NODE_FOLDERS.includes(name) ? [] : ['node:*']
  return {
    from: `emulator/${name}`,
    except: name === 'http' ? COMPILES_ASSETS : [],
    inherits: 'emulator',
    never: [...node, ...emulatorFiles(...root), ...emulatorFolders(...others, 'parent')],
    because: `emulator/${name} imports from the layers below it${node.length > 0 ? ', and nothing of Node' : ''}.`,
  }
}

/** Who may import whom; the same table stands in docs/architecture.md. */
export const FOLDER_RULES: FolderRule[] = [
  {
    from: 'src/domain',
    never: [
      ...VUE,
      ...SDK,
      'valibot',
      '@/context',
      '@contract/*',
      ...layers('portal', 'binding', 'features', 'pages', 'app', 'ui', 'i18n'),
      ...outside,
    ],
    because: 'domain/ is pure: vocabulary and rules only.',
  },
  {
    from: 'src/portal',
    except: ['src/portal/b24-transport.ts'],
    never: [...VUE, ...SDK, '@/context', ...layers('binding', 'features', 'pages', 'app', 'ui', 'i18n'), ...outside],
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
      ...folders('/binding/runs'),
      './runs/*',
      ...layers('features', 'pages', 'app', 'ui', 'i18n'),
      ...outside,
    ],
    because: 'binding/ is the engine: a Portal and a clock, nothing of the screen; one change knows nothing of runs.',
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
      ...layers('portal', 'binding', 'features', 'pages', 'app'),
      ...outside,
    ],
    because: 'ui/ is free of the domain but for failures.',
  },
  {
    from: 'src/features',
    never: [...SDK, 'valibot', '@contract/*', ...layers('pages', 'app'), ...outside],
    typesAllowed: layers('portal'),
    because: 'features/ speak to the portal through usePortal() alone.',
  },
  {
    from: 'src/features/search',
    inherits: 'src/features',
    never: ['@/features/**'],
    because: 'search is what the searches share, below every feature.',
  },
  {
    from: 'src/features/owner-search',
    inherits: 'src/features',
    never: ['@/features/*', '!@/features/search'],
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
    never: ['@/features/binding-card/owner-orders/**', '@/features/*/*-store'],
    because: 'the binding card is below the lists of orders, and a store belongs to its own feature.',
  },
  {
    from: 'src/features/binding-card/owner-orders',
    inherits: 'src/features',
    never: ['@/features/*/*-store'],
    because: 'A store belongs to its own feature.',
  },
  {
    from: 'src/features/binding-card/change-panel',
    inherits: 'src/features',
    never: ['@/features/binding-card/*', '!@/features/binding-card/store', '@/features/*/*-store'],
    because: 'the change panel is below the card and the lists that show it, and a store belongs to its own feature.',
  },
  {
    from: 'src/features/binding-card/store',
    inherits: 'src/features',
    never: ['@/features/**'],
    because: 'the stores are below the components.',
  },
  {
    from: 'src/features/setup',
    inherits: 'src/features',
    never: ['@/features/*/**', '!@/features/settings/*'],
    because: 'setup is about the app itself: of the other features it takes the option of a choice.',
  },
  {
    from: 'src/pages',
    never: [...SDK, 'valibot', '@contract/*', ...layers('binding', 'app'), ...outside],
    typesAllowed: layers('portal'),
    because: 'pages/ compose features.',
  },
  {
    from: 'src/app',
    never: [...SDK, 'valibot', '@contract/*', ...outside],
    because: 'app/ starts the app; only b24-transport.ts knows the SDK.',
  },
  {
    from: 'src/i18n',
    never: [
      ...SDK,
      'valibot',
      '@contract/*',
      '@/context',
      ...layers('portal', 'binding', 'features', 'pages', 'app', 'ui'),
      ...outside,
    ],
    because: 'i18n/ knows languages and formats, nothing of the app.',
  },
  {
    from: 'src/context.ts',
    never: [
      ...SDK,
      'valibot',
      '@contract/*',
      ...layers('binding', 'features', 'pages', 'app', 'ui', 'i18n'),
      ...outside,
    ],
    typesAllowed: layers('portal'),
    because: 'context.ts hands out the portal by its type.',
  },
  {
    from: 'cli',
    except: ['cli/hook-transport.ts'],
    never: [...VUE, ...SDK, '@contract/*', '@/context', ...layers('features', 'pages', 'app', 'ui'), ...outside],
    because: 'cli/ is the engine without a browser: of the SDK only hook-transport.ts knows.',
  },
  {
    from: 'emulator',
    except: COMPILES_ASSETS,
    never: [],
    neverMatching: '^(?!\\.\\.?/|@emulator/|@contract/|node:)',
    because: 'the emulator is a product of its own: Node and the contract only.',
  },
  ...EMULATOR_LAYERS.flatMap((layer, level) => layer.map((name) => toEmulatorRule(name, level))),
  {
    from: 'emulator/parent',
    inherits: 'emulator',
    never: ['node:*', ...emulatorFiles(...EMULATOR_ROOT), ...emulatorFolders(...PARENT_NEVER), ...PARENT_EXCEPTIONS],
    because: "parent/ runs in the portal's page: it takes types, protocols and pure functions only.",
  },
  {
    from: 'contract',
    never: ['@/**', '@cli/**', '@emulator/**', '@scripts/**', '@tests/**', 'node:*', 'vue', ...SDK],
    because: 'contract/ holds types only and imports nothing.',
  },
]
