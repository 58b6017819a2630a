import type { CrmCategoryListResult, CrmStatusRow, CrmTypeRow } from '@contract/crm-items'
import { ENTITY_TYPE } from '@contract/entity-types'
import { WHOLESALE_CATEGORY } from '@emulator/calls/rights'
import { messagesOf } from '@emulator/portal/messages'
import { seedDirectories } from './directories'

/** The dynamic type of the sample portal. */
export const CONTRACT_TYPE = 1038
export const INVOICE_CATEGORY = 5
export const CONTRACT_CATEGORY = 12

const COLORS = ['#39A8EF', '#2FC6F6', '#55D0E0', '#47E4C2', '#FFA900']

/** A stage: its id in the pipeline, and how it ends. */
export interface SampleStage {
  id: string
  semantics: 'P' | 'S' | 'F'
}

const toStage = (id: string, semantics: SampleStage['semantics'] = 'P'): SampleStage => ({ id, semantics })

export const SALES_STAGES = [
  ...['NEW', 'PREPARATION', 'PREPAYMENT_INVOICE', 'EXECUTING', 'FINAL_INVOICE'].map((id) => toStage(id)),
  toStage('WON', 'S'),
  toStage('LOSE', 'F'),
]
export const WHOLESALE_STAGES = [
  ...['NEW', 'UC_PRICE', 'UC_SHIP'].map((id) => toStage(`C${WHOLESALE_CATEGORY}:${id}`)),
  toStage(`C${WHOLESALE_CATEGORY}:WON`, 'S'),
  toStage(`C${WHOLESALE_CATEGORY}:LOSE`, 'F'),
]
export const INVOICE_STAGES = [
  ...['N', 'S'].map((id) => toStage(`DT31_${INVOICE_CATEGORY}:${id}`)),
  toStage(`DT31_${INVOICE_CATEGORY}:P`, 'S'),
  toStage(`DT31_${INVOICE_CATEGORY}:D`, 'F'),
]
export const LEAD_STAGES = [
  ...['NEW', 'IN_PROCESS', 'PROCESSED'].map((id) => toStage(id)),
  toStage('CONVERTED', 'S'),
  toStage('JUNK', 'F'),
]
export const CONTRACT_STAGES = [
  ...['NEW', 'ACTIVE'].map((id) => toStage(`DT${CONTRACT_TYPE}_${CONTRACT_CATEGORY}:${id}`)),
  toStage(`DT${CONTRACT_TYPE}_${CONTRACT_CATEGORY}:SUCCESS`, 'S'),
  toStage(`DT${CONTRACT_TYPE}_${CONTRACT_CATEGORY}:FAIL`, 'F'),
]

interface Pipeline {
  entityId: string
  categoryId: string | null
  stages: readonly SampleStage[]
  names: readonly string[]
}

function toColor(stage: SampleStage, index: number): string {
  if (stage.semantics === 'S') return '#7BD500'
  return stage.semantics === 'F' ? '#FF5752' : (COLORS[index % COLORS.length] ?? '#39A8EF')
}

function toRows(pipeline: Pipeline, firstId: number): CrmStatusRow[] {
  const { entityId, categoryId, stages, names } = pipeline
  return stages.map((stage, index) => {
    const name = names[index] ?? stage.id
    const isFixed = index === 0 || stage.semantics !== 'P'
    const color = toColor(stage, index)
    const semantics = { P: 'process', S: 'success', F: 'failure' } as const
    return {
      ID: String(firstId + index * 2),
      ENTITY_ID: entityId,
      STATUS_ID: stage.id,
      NAME: name,
      NAME_INIT: isFixed ? name : '',
      SORT: String((index + 1) * 10),
      SYSTEM: isFixed ? 'Y' : 'N',
      CATEGORY_ID: categoryId,
      COLOR: color,
      SEMANTICS: stage.semantics === 'P' ? null : stage.semantics,
      EXTRA: { SEMANTICS: semantics[stage.semantics], COLOR: color },
    }
  })
}

/** Makes the rows of `crm.status.list`: all pipelines, then the other directories. */
export function seedStatuses(language: string): CrmStatusRow[] {
  const messages = messagesOf(language)
  const contracts = `DYNAMIC_${CONTRACT_TYPE}_STAGE_${CONTRACT_CATEGORY}`
  return [
    ...toRows({ entityId: 'DEAL_STAGE', categoryId: null, stages: SALES_STAGES, names: messages.dealStages }, 101),
    ...toRows(
      {
        entityId: `DEAL_STAGE_${WHOLESALE_CATEGORY}`,
        categoryId: String(WHOLESALE_CATEGORY),
        stages: WHOLESALE_STAGES,
        names: messages.wholesaleStages,
      },
      131,
    ),
    ...toRows(
      {
        entityId: `SMART_INVOICE_STAGE_${INVOICE_CATEGORY}`,
        categoryId: String(INVOICE_CATEGORY),
        stages: INVOICE_STAGES,
        names: messages.invoiceStages,
      },
      151,
    ),
    ...toRows(
      {
        entityId: contracts,
        categoryId: String(CONTRACT_CATEGORY),
        stages: CONTRACT_STAGES,
        names: messages.contractStages,
      },
      171,
    ),
    ...toRows({ entityId: 'STATUS', categoryId: null, stages: LEAD_STAGES, names: messages.leadStages }, 191),
    ...seedDirectories(language),
  ]
}

/** Makes the pipelines: two of deals, one of invoices, one of the dynamic type. */
export function seedCategories(language: string): CrmCategoryListResult['categories'] {
  const { categories } = messagesOf(language)
  return [
    {
      id: WHOLESALE_CATEGORY,
      name: categories.wholesale,
      sort: 200,
      entityTypeId: ENTITY_TYPE.deal,
      isDefault: 'N',
      originId: '',
      originatorId: '',
    },
    { id: 0, name: categories.sales, sort: 300, entityTypeId: ENTITY_TYPE.deal, isDefault: 'Y' },
    {
      id: INVOICE_CATEGORY,
      name: categories.invoices,
      sort: 500,
      entityTypeId: ENTITY_TYPE.smartInvoice,
      isDefault: 'Y',
    },
    { id: CONTRACT_CATEGORY, name: categories.contracts, sort: 500, entityTypeId: CONTRACT_TYPE, isDefault: 'Y' },
  ]
}

/** Makes the dynamic types: one. */
export function seedTypes(language: string): CrmTypeRow[] {
  return [
    {
      id: 7,
      title: messagesOf(language).dynamicType,
      code: '',
      createdBy: 1,
      entityTypeId: CONTRACT_TYPE,
      customSectionId: null,
      isCategoriesEnabled: 'N',
      isStagesEnabled: 'Y',
      isBeginCloseDatesEnabled: 'Y',
      isClientEnabled: 'Y',
      isUseInUserfieldEnabled: 'Y',
      isLinkWithProductsEnabled: 'Y',
      isMycompanyEnabled: 'Y',
      isDocumentsEnabled: 'Y',
      isSourceEnabled: 'Y',
      isObserversEnabled: 'Y',
      isRecyclebinEnabled: 'Y',
      isAutomationEnabled: 'Y',
      isBizProcEnabled: 'N',
      isSetOpenPermissions: 'Y',
      isPaymentsEnabled: 'Y',
      isCountersEnabled: 'N',
      createdTime: '2026-02-02T12:00:00+03:00',
      updatedTime: '2026-02-02T12:00:00+03:00',
      updatedBy: 1,
    },
  ]
}
