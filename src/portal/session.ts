import type { Placement, Session } from '@/domain/session'
import type { FrameContext } from './transport'
import * as v from 'valibot'
import { ENTITY_TYPE } from '@contract/entity-types'
import { anOrderId, anOwnerId, anOwnerTypeId, optionalText } from './decode'

const OPTIONS = v.object({ ID: optionalText, ENTITY_ID: optionalText, IFRAME: optionalText })
type Options = Partial<v.InferOutput<typeof OPTIONS>>

/** Cards, their buttons and menus, and rows of lists: wherever the portal names one object. */
const OBJECT_CODE = /^CRM_(.+)_(?:DETAIL_TAB|DETAIL_ACTIVITY|DETAIL_TOOLBAR|LIST_MENU)$/
const DYNAMIC = /^DYNAMIC_(\d+)$/
const ORDER = 'ORDER'
const TYPE_BY_WORD: Record<string, number> = { DEAL: ENTITY_TYPE.deal, SMART_INVOICE: ENTITY_TYPE.smartInvoice }

/** Some entry points send the options as JSON text, and none is `[]` or an empty string. */
function readOptions(sent: unknown): Options {
  const parsed = v.safeParse(v.union([v.pipe(v.string(), v.parseJson(), OPTIONS), OPTIONS]), sent)
  return parsed.success ? parsed.output : {}
}

function typeOf(word: string): number | undefined {
  return TYPE_BY_WORD[word] ?? (Number(DYNAMIC.exec(word)?.[1]) || undefined)
}

/** A toolbar of an invoice or a dynamic type names its object `ENTITY_ID`, everything else `ID`. */
function toPlacement(code: string, { ID, ENTITY_ID }: Options): Placement {
  if (code === 'DEFAULT') return { kind: 'app' }
  const word = OBJECT_CODE.exec(code)?.[1] ?? ''
  const sentId = ID ?? ENTITY_ID
  if (word === ORDER) {
    const id = v.safeParse(anOrderId, sentId)
    return id.success ? { kind: 'order', orderId: id.output } : { kind: 'unknown', code }
  }
  const owner = v.safeParse(v.object({ typeId: anOwnerTypeId, id: anOwnerId }), { typeId: typeOf(word), id: sentId })
  return owner.success ? { kind: 'owner', owner: owner.output } : { kind: 'unknown', code }
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
    // A row's menu opens the app in a slider without saying so; there the portal does not answer a resize either.
    isSlider: options.IFRAME === 'Y' || code.endsWith('_LIST_MENU'),
  }
}
