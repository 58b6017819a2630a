import { ORDER_ENTITY_CASES } from './order-entity.cases'
import { playAll } from './play'

playAll(ORDER_ENTITY_CASES)
