import { CRM_ITEMS_CASES } from './crm-items.cases'
import { playAll } from './play'

playAll(CRM_ITEMS_CASES)
