import type { OwnerTypeId } from '@/domain/id'
import type { Placement, Session } from '@/domain/session'
import type { FrameContext } from './transport'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { anOwnerTypeId, id, optionalText } from './decode'

const OPTIONS = v.object({ ID: optionalText, ENTITY_ID: optionalText, IFRAME: optionalText })
type PlacementOptions = Partial<v.InferOutput<typeof OPTIONS>>

/** The codes of a type: its cards, their buttons and menus, and its lists. */
const TYPE_CODE = /^CRM_(.+)_(?:DETAIL|LIST)_/
const DYNAMIC = /^DYNAMIC_(\d+)$/
const TYPE_BY_NAME = new Map<string, number>([
  ['DEAL', ENTITY_TYPE.deal],
  ['SMART_INVOICE', ENTITY_TYPE.smartInvoice],
])

/** Some entry points send the options as JSON text, and none is `[]` or an empty string. */
function readOptions(sent: unknown): PlacementOptions {
  const parsed = v.safeParse(v.union([v.pipe(v.string(), v.parseJson(), OPTIONS), OPTIONS]), sent)
  return parsed.success ? parsed.output : {}
}

/** Gives the type that the code of a placement names, if it could own an order. */
export function ownerTypeOf(code: string): OwnerTypeId | undefined {
  const name = TYPE_CODE.exec(code)?.[1] ?? ''
  const typeId = v.safeParse(anOwnerTypeId, TYPE_BY_NAME.get(name) ?? DYNAMIC.exec(name)?.[1])
  return typeId.success ? typeId.output : undefined
}

/** A toolbar of an invoice or a dynamic type names its object `ENTITY_ID`, everything else `ID`. */
function toPlacement(code: string, { ID, ENTITY_ID }: PlacementOptions): Placement {
  const ownerTypeId = ownerTypeOf(code)
  const object = v.safeParse(id, ID ?? ENTITY_ID)
  return { code, ...(ownerTypeId && { ownerTypeId }), ...(object.success && { objectId: object.output }) }
}

/**
 * Reads where, by whom and in which language the app was opened, from what the portal's page told the frame.
 * @see api-reference/widgets/index.md
 */
export function toSession(context: FrameContext): Session {
  const options = readOptions(context.placementOptions)
  const code = context.placement.toUpperCase()
  return {
    placement: toPlacement(code, options),
    language: context.language,
    isAdmin: context.isAdmin,
    isInstalling: context.isInstalling,
    // A menu of a list opens the app in a slider without saying so; there the portal does not answer a resize either.
    isSlider: options.IFRAME === 'Y' || /_LIST_(MENU|TOOLBAR)$/.test(code),
  }
}
