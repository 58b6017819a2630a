import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { FOLDER_RULES } from '@scripts/folder-rules'

const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId.endsWith('no-restricted-imports') })

/** One import that each folder may not make, and one that it may. */
const CASES: Record<string, { forbidden: string[]; allowed: string[] }> = {
  'src/domain': {
    forbidden: [
      "import { ref } from 'vue'",
      "import type { Portal } from '@/portal/portal'",
      "import '@bitrix24/b24jssdk'",
    ],
    allowed: ["import { orderId } from './id'"],
  },
  'src/portal': {
    forbidden: [
      "import { B24Frame } from '@bitrix24/b24jssdk'",
      "import { settle } from '@/binding/settle'",
      "import { ref } from 'vue'",
    ],
    allowed: ["import * as v from 'valibot'", "import type { OrderRow } from '@contract/orders'"],
  },
  'src/binding': {
    forbidden: [
      "import { ref } from 'vue'",
      "import type { OrderRow } from '@contract/orders'",
      "import { usePortal } from '@/context'",
      "import { createRunEngine } from '@/binding/runs/run'",
      "import { createRunEngine } from './runs/run'",
    ],
    allowed: ["import type { Portal } from '@/portal/portal'"],
  },
  'src/ui': {
    forbidden: ["import { usePortal } from '@/context'", "import { settle } from '@/binding/settle'"],
    allowed: ["import type { PortalFailure } from '@/domain/failure'"],
  },
  'src/features': {
    forbidden: [
      "import { decode } from '@/portal/decode'",
      "import Page from '@/pages/MainPage.vue'",
      "import '@bitrix24/b24jssdk'",
    ],
    allowed: ["import type { Portal } from '@/portal/portal'", "import { usePortal } from '@/context'"],
  },
  'src/features/setup': {
    forbidden: [
      "import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'",
      "import { useOrderSearch } from '@/features/order-search/useOrderSearch'",
    ],
    allowed: ["import SettingOption from '@/features/settings/SettingOption.vue'"],
  },
  'src/features/search': {
    forbidden: ["import { useOwnerSearch } from '@/features/owner-search/useOwnerSearch'"],
    allowed: ["import { useSearchText } from './useSearchText'"],
  },
  'src/features/owner-search': {
    forbidden: ["import { useOrderSearch } from '@/features/order-search/useOrderSearch'"],
    allowed: [
      "import { useOwnerTypesStore } from './owner-types-store'",
      "import { usePagedSearch } from '@/features/search/usePagedSearch'",
    ],
  },
  'src/features/order-search': {
    forbidden: [
      "import BindingCard from '@/features/binding-card/BindingCard.vue'",
      "import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'",
    ],
    allowed: ["import OwnerName from '@/features/owner-search/OwnerName.vue'"],
  },
  'src/features/binding-card': {
    forbidden: [
      "import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'",
      "import OwnerOrders from '@/features/binding-card/owner-orders/OwnerOrders.vue'",
    ],
    allowed: [
      "import { useBindingStore } from '@/features/binding-card/store/binding-store'",
      "import ChangePanel from '@/features/binding-card/change-panel/ChangePanel.vue'",
    ],
  },
  'src/features/binding-card/owner-orders': {
    forbidden: ["import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'"],
    allowed: [
      "import { useBindingStore } from '@/features/binding-card/store/binding-store'",
      "import OrderActions from '@/features/binding-card/OrderActions.vue'",
    ],
  },
  'src/features/binding-card/change-panel': {
    forbidden: [
      "import OwnerChooser from '@/features/binding-card/OwnerChooser.vue'",
      "import OwnerOrders from '@/features/binding-card/owner-orders/OwnerOrders.vue'",
      "import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'",
    ],
    allowed: [
      "import { useBindingStore } from '@/features/binding-card/store/binding-store'",
      "import OwnerName from '@/features/owner-search/OwnerName.vue'",
    ],
  },
  'src/features/binding-card/store': {
    forbidden: ["import ChangePanel from '@/features/binding-card/change-panel/ChangePanel.vue'"],
    allowed: ["import { IDLE } from './task'", "import { usePortal } from '@/context'"],
  },
  'src/pages': {
    forbidden: ["import { settle } from '@/binding/settle'", "import { createPortal } from '@/portal/create-portal'"],
    allowed: ["import { usePortal } from '@/context'"],
  },
  'src/app': {
    forbidden: ["import '@bitrix24/b24jssdk'", "import { createPortal } from '@emulator/create-portal'"],
    allowed: ["import { openB24Transport } from '@/portal/b24-transport'"],
  },
  'src/i18n': {
    forbidden: ["import { openPage } from '@/pages/registry'", "import { usePortal } from '@/context'"],
    allowed: ["import { createI18n } from 'vue-i18n'"],
  },
  'src/context.ts': {
    forbidden: ["import { createPortal } from '@/portal/create-portal'", "import '@/binding/settle'"],
    allowed: ["import type { Portal } from '@/portal/portal'"],
  },
  'cli': {
    forbidden: [
      "import { B24Hook } from '@bitrix24/b24jssdk'",
      "import { toRules } from '@/features/bulk/import/import-rules'",
      "import type { LocalPortal } from '@emulator/portal/state'",
    ],
    allowed: ["import { readFileSync } from 'node:fs'", "import { createRunEngine } from '@/binding/runs/run'"],
  },
  'emulator': {
    forbidden: [
      "import * as v from 'valibot'",
      "import { createServer } from 'vite'",
      "import { orderId } from '@/domain/id'",
    ],
    allowed: ["import { createServer } from 'node:http'", "import type { RestTime } from '@contract/rest'"],
  },
  'emulator/portal': {
    forbidden: ["import { toInt } from '@emulator/calls/params'", "import { readFileSync } from 'node:fs'"],
    allowed: ["import type { RestTime } from '@contract/rest'", "import type { LocalPortal } from './state'"],
  },
  'emulator/calls': {
    forbidden: ["import { toPhpJson } from '@emulator/php/php-json'", "import { createHash } from 'node:crypto'"],
    allowed: ["import type { LocalPortal } from '@emulator/portal/state'"],
  },
  'emulator/php': {
    forbidden: [
      "import { serveRest } from '@emulator/http/serve-rest'",
      "import { setFaults } from '@emulator/faults/faults'",
    ],
    allowed: ["import { isMap } from '@emulator/calls/params'"],
  },
  'emulator/lists': {
    forbidden: ["import { readRows } from '@emulator/rows/item-rows'", "import 'node:fs'"],
    allowed: ["import { isMap } from '@emulator/calls/params'"],
  },
  'emulator/faults': {
    forbidden: ["import { answerRest } from '@emulator/rest/answer-rest'", "import 'node:fs'"],
    allowed: ["import { createRandom } from '@emulator/portal/random'"],
  },
  'emulator/app': {
    forbidden: ["import { METHODS } from '@emulator/rest/method-table'", "import 'node:fs'"],
    allowed: ["import { isMap } from '@emulator/calls/params'"],
  },
  'emulator/rows': {
    forbidden: ["import { seedPortal } from '@emulator/seed/seed-portal'", "import 'node:fs'"],
    allowed: ["import type { FieldKind } from '@emulator/lists/filter'"],
  },
  'emulator/seed': {
    forbidden: ["import { createPortal } from '@emulator/create-portal'", "import 'node:fs'"],
    allowed: ["import { toAccountNumber } from '@emulator/rows/order-fields'"],
  },
  'emulator/side-effects': {
    forbidden: ["import { METHODS } from '@emulator/rest/method-table'", "import 'node:fs'"],
    allowed: ["import { readRows } from '@emulator/rows/item-rows'"],
  },
  'emulator/methods': {
    forbidden: ["import { runBatch } from '@emulator/rest/batch'", "import 'node:fs'"],
    allowed: ["import { deleteItem } from '@emulator/side-effects/delete-item'"],
  },
  'emulator/rest': {
    forbidden: ["import { serveRest } from '@emulator/http/serve-rest'", "import { Buffer } from 'node:buffer'"],
    allowed: ["import { identify } from '@emulator/calls/identity'"],
  },
  'emulator/control': {
    forbidden: ["import { answerPage } from '@emulator/pages/answer-page'", "import 'node:fs'"],
    allowed: ["import { resetPortal } from '@emulator/create-portal'"],
  },
  'emulator/pages': {
    forbidden: ["import { answerControl } from '@emulator/control/answer-control'", "import { build } from 'node:fs'"],
    allowed: ["import { canSeeItem } from '@emulator/calls/rights'"],
  },
  'emulator/http': {
    forbidden: [
      "import { startPortalServer } from '@emulator/server'",
      "import { readCommandLine } from '@emulator/cli/command-line'",
    ],
    allowed: ["import { createServer } from 'node:http'", "import { answerRest } from '@emulator/rest/answer-rest'"],
  },
  'emulator/cli': {
    forbidden: ["import '@emulator/main'", "import { boot } from '@emulator/parent/boot'"],
    allowed: ["import { parseArgs } from 'node:util'", "import { readScenario } from '@emulator/seed/scenarios'"],
  },
  'emulator/parent': {
    forbidden: ["import { openFrame } from '@emulator/pages/frames'", "import 'node:fs'"],
    allowed: [
      "import { BRIDGE_PATH } from '@emulator/pages/bridge-protocol'",
      "import type { FaultEffect } from '@emulator/portal/fault'",
    ],
  },
  'contract': {
    forbidden: ["import { orderId } from '@/domain/id'", "import { readFileSync } from 'node:fs'"],
    allowed: ["import type { YesNo } from './rest'"],
  },
}

async function importErrors(folder: string, code: string): Promise<string[]> {
  const [file] = await eslint.lintText(`${code}\n`, {
    filePath: folder.endsWith('.ts') ? folder : `${folder}/example.ts`,
  })
  return (file?.messages ?? []).filter((one) => one.ruleId?.endsWith('no-restricted-imports')).map((one) => one.message)
}

describe('folder rules', () => {
  it('has a case for every folder', () => {
    expect(Object.keys(CASES).sort()).toEqual(FOLDER_RULES.map((rule) => rule.from).sort())
  })

  it.each(FOLDER_RULES.map((rule) => [rule.from, rule.because] as const))('fires in %s', async (folder, because) => {
    for (const code of CASES[folder]?.forbidden ?? []) {
      const [message, ...rest] = await importErrors(folder, code)
      expect(message, code).toContain(because)
      expect(rest).toEqual([])
    }
    for (const code of CASES[folder]?.allowed ?? []) expect(await importErrors(folder, code), code).toEqual([])
  })

  it('keeps the rule of the folder above', async () => {
    const [message] = await importErrors('src/features/binding-card', "import '@bitrix24/b24jssdk'")
    expect(message).toContain('usePortal() alone')
  })

  it('refuses to climb out of a folder', async () => {
    expect(await importErrors('src/domain', "import { decode } from '../portal/decode'")).toHaveLength(1)
  })

  it('lets only one file know the SDK', async () => {
    const [file] = await eslint.lintText("import { B24Frame } from '@bitrix24/b24jssdk'\n", {
      filePath: 'src/portal/b24-transport.ts',
    })
    expect(file?.messages.filter((one) => one.ruleId?.endsWith('no-restricted-imports'))).toEqual([])
  })
})
