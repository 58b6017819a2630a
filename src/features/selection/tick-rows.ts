import type { InjectionKey } from 'vue'
import type { Order, OrderStub } from '@/domain/order'

/** The rows of the list around a tick that can be ticked, from the top down. */
export const TICK_ROWS: InjectionKey<() => readonly (Order | OrderStub)[]> = Symbol('tick rows')
