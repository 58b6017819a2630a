import { playAll } from './play'
import { SALE_ORDERS_CASES } from './sale-orders.cases'

playAll(SALE_ORDERS_CASES)
