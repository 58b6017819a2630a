import { CRM_DEALS_CASES } from './crm-deals.cases'
import { playAll } from './play'

playAll(CRM_DEALS_CASES)
