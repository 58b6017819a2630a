import type { AppSettings } from '@/domain/settings'
import type { Ask } from './ask'
import type { Portal } from './portal'
import type { Transport } from './transport'
import * as v from 'valibot'
import { DEFAULT_SETTINGS } from '@/domain/settings'
import { wholeNumber } from './decode'

/** Names of the app options that hold settings. */
export const SETTING_OPTIONS = ['ordersMode', 'offersInvoices', 'suggests', 'guardedMoves', 'storageSize'] as const

const FLAG = v.picklist(['Y', 'N'])
const OPTIONS = v.object({
  ordersMode: v.fallback(v.optional(v.picklist(['deals-only', 'with-orders'])), undefined),
  offersInvoices: v.fallback(v.optional(FLAG), undefined),
  suggests: v.fallback(v.optional(FLAG), undefined),
  guardedMoves: v.fallback(v.optional(FLAG), undefined),
  storageSize: v.fallback(v.optional(wholeNumber), undefined),
})

const isOn = (flag: v.InferOutput<typeof FLAG> | undefined, otherwise: boolean) => (flag ? flag === 'Y' : otherwise)
const toFlag = (isOn: boolean) => (isOn ? 'Y' : 'N')

/** An option that is not there, or that this version does not know, leaves its setting as it is by default. `[]`: no options. */
function toSettings(appOptions: unknown): AppSettings {
  const options = v.safeParse(OPTIONS, appOptions)
  if (!options.success) return DEFAULT_SETTINGS
  const { ordersMode, offersInvoices, suggests, guardedMoves, storageSize } = options.output
  return {
    ordersMode: ordersMode ?? DEFAULT_SETTINGS.ordersMode,
    offersInvoices: isOn(offersInvoices, DEFAULT_SETTINGS.offersInvoices),
    suggests: isOn(suggests, DEFAULT_SETTINGS.suggests),
    guardedMoves: isOn(guardedMoves, DEFAULT_SETTINGS.guardedMoves),
    storageSize: storageSize ?? DEFAULT_SETTINGS.storageSize,
  }
}

/** No value is empty: the SDK takes an empty option for one that is not there. */
function toOptions(changes: Partial<AppSettings>): Record<string, string> {
  const toOption = (value: AppSettings[keyof AppSettings]) =>
    typeof value === 'boolean' ? toFlag(value) : String(value)
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, toOption(value)]))
}

const DONE = v.literal(true)

/** What administrators set for everybody. @see api-reference/common/settings/app-option-set.md */
export function createSettings(askUnbatched: Ask, { appOptions }: Transport['context']): Portal['settings'] {
  // The portal's page tells the options at the start only: from then on this is the newer state.
  let settings = toSettings(appOptions)
  return {
    read: () => settings,
    async save(changes) {
      await askUnbatched({ method: 'app.option.set', params: { options: toOptions(changes) } }, DONE)
      settings = { ...settings, ...changes }
    },
  }
}
