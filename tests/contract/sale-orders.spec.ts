import { SALE_ORDERS_CASES } from './sale-orders.cases'
import { playAll } from './play'

playAll(SALE_ORDERS_CASES)
