import type { OrdersInProgress } from '@/binding/in-progress'
import { defineStore } from 'pinia'
import { markRaw } from 'vue'

/** The orders that this page writes to, by runs and single changes alike. Only the engines look at it. */
export const useInProgressStore = defineStore('in-progress', () => ({ orders: markRaw<OrdersInProgress>(new Set()) }))
