import type { CrmCompanyContactRow, CrmCompanyRow, CrmContactCompanyRow, CrmContactRow } from './crm-clients'
import type { CrmDealRow } from './crm-deals'
import type {
  CrmCategoryListResult,
  CrmItemGetResult,
  CrmItemListResult,
  CrmOwnerTypeRow,
  CrmStatusRow,
  CrmTypeGetResult,
  CrmTypeListResult,
} from './crm-items'
import type { CrmLeadRow } from './crm-leads'
import type { CrmCurrencyGetResult, CrmCurrencyRow } from './currencies'
import type { EventHandlerRow, EventUnbindResult } from './events'
import type { FieldDescriptions, ItemFieldsResult, ProductRowFieldsResult } from './field-descriptions'
import type {
  OrderEntityAddResult,
  OrderEntityFieldsResult,
  OrderEntityListResult,
  OrderOwnerTypeRow,
} from './order-binding'
import type {
  OrderAddResult,
  OrderClientFieldsResult,
  OrderClientListResult,
  OrderFormPropertyListResult,
  OrderGetResult,
  OrderListResult,
  OrderStatusLangListResult,
  OrderStatusLanguagesResult,
  OrderStatusListResult,
  OrderUpdateResult,
} from './orders'
import type { PlacementRow, PlacementUnbindResult } from './placements'
import type {
  DealProductRow,
  ProductRowGetResult,
  ProductRowListResult,
  ProductRowResult,
  ProductRowSetResult,
} from './product-rows'
import type { StorageItemRow, StoragePropertyRow, StorageRightsResult, StorageRow } from './storages'
import type { AppInfoResult, MethodGetResult } from './system'
import type { DepartmentRow, ProfileResult, UserRow } from './users'

/** What stands in `result` when a method has done its work, by the method's name in lower case. */
export interface RestResults {
  'app.info': AppInfoResult
  /** Whatever the app has stored: all of it by name, or one value; null for a name that is not there. */
  'app.option.get': unknown
  'app.option.set': true
  /** Codes. */
  'bizproc.activity.list': string[]
  'bizproc.robot.list': string[]
  'crm.category.list': CrmCategoryListResult
  /** The new id. */
  'crm.company.add': number
  'crm.company.contact.items.get': CrmCompanyContactRow[]
  'crm.company.delete': true
  'crm.company.fields': FieldDescriptions
  'crm.company.get': CrmCompanyRow
  'crm.company.list': Partial<CrmCompanyRow>[]
  'crm.company.update': true
  /** The new id. */
  'crm.contact.add': number
  'crm.contact.company.items.get': CrmContactCompanyRow[]
  'crm.contact.delete': true
  'crm.contact.fields': FieldDescriptions
  'crm.contact.get': CrmContactRow
  'crm.contact.list': Partial<CrmContactRow>[]
  'crm.contact.update': true
  'crm.currency.base.get': string
  'crm.currency.get': CrmCurrencyGetResult
  'crm.currency.list': CrmCurrencyRow[]
  /** The new id. */
  'crm.deal.add': number
  'crm.deal.delete': true
  'crm.deal.fields': FieldDescriptions
  'crm.deal.get': CrmDealRow
  'crm.deal.list': Partial<CrmDealRow>[]
  'crm.deal.productrows.get': DealProductRow[]
  'crm.deal.productrows.set': true
  'crm.deal.update': true
  'crm.enum.getorderownertypes': OrderOwnerTypeRow[]
  'crm.enum.ownertype': CrmOwnerTypeRow[]
  'crm.item.add': CrmItemGetResult
  'crm.item.delete': never[]
  'crm.item.fields': ItemFieldsResult
  'crm.item.get': CrmItemGetResult
  'crm.item.list': CrmItemListResult
  'crm.item.productrow.add': ProductRowResult
  'crm.item.productrow.delete': null
  'crm.item.productrow.fields': ProductRowFieldsResult
  'crm.item.productrow.get': ProductRowGetResult
  'crm.item.productrow.list': ProductRowListResult
  'crm.item.productrow.set': ProductRowSetResult
  /** Null where `fields` is empty. */
  'crm.item.productrow.update': ProductRowResult | null
  'crm.item.update': CrmItemGetResult
  /** The new id. */
  'crm.lead.add': number
  'crm.lead.delete': true
  'crm.lead.fields': FieldDescriptions
  'crm.lead.get': CrmLeadRow
  'crm.lead.list': Partial<CrmLeadRow>[]
  'crm.lead.update': true
  'crm.ordercontactcompany.getfields': OrderClientFieldsResult
  'crm.ordercontactcompany.list': OrderClientListResult
  'crm.orderentity.add': OrderEntityAddResult
  'crm.orderentity.deletebyfilter': true
  'crm.orderentity.getfields': OrderEntityFieldsResult
  'crm.orderentity.list': OrderEntityListResult
  'crm.status.list': CrmStatusRow[]
  'crm.type.get': CrmTypeGetResult
  'crm.type.getbyentitytypeid': CrmTypeGetResult
  'crm.type.list': CrmTypeListResult
  'department.get': DepartmentRow[]
  'entity.add': true
  'entity.delete': true
  /** One storage where the call names one. */
  'entity.get': StorageRow | StorageRow[]
  /** The new id. */
  'entity.item.add': number
  'entity.item.delete': true
  'entity.item.get': StorageItemRow[]
  'entity.item.property.add': true
  'entity.item.property.delete': true
  /** One property where the call names one. */
  'entity.item.property.get': StoragePropertyRow | StoragePropertyRow[]
  'entity.item.property.update': true
  'entity.item.update': true
  'entity.rights': StorageRightsResult
  'entity.update': true
  'event.bind': true
  'event.get': EventHandlerRow[]
  'event.unbind': EventUnbindResult
  /** Names in capitals. */
  'events': string[]
  'method.get': MethodGetResult
  'methods': string[]
  'placement.bind': true
  'placement.get': PlacementRow[]
  /** Codes. */
  'placement.list': string[]
  'placement.unbind': PlacementUnbindResult
  'profile': ProfileResult
  'sale.order.add': OrderAddResult
  'sale.order.delete': true
  'sale.order.get': OrderGetResult
  'sale.order.list': OrderListResult
  'sale.order.update': OrderUpdateResult
  'sale.property.list': OrderFormPropertyListResult
  'sale.status.list': OrderStatusListResult
  'sale.statuslang.getlistlangs': OrderStatusLanguagesResult
  'sale.statuslang.list': OrderStatusLangListResult
  'scope': readonly string[]
  /** `YYYY-MM-DDThh:mm:ss±hh:mm`. */
  'server.time': string
  'user.admin': boolean
  'user.current': Partial<UserRow>
  /** Titles. */
  'user.fields': Record<string, string>
  'user.get': Partial<UserRow>[]
  /** As `app.option.get`. */
  'user.option.get': unknown
  'user.option.set': true
  'userfieldtype.list': never[]
}
