import { defineStore } from 'pinia'
import { ref } from 'vue'

/**
 * All that pages have to know of plans, runs and reports before the code of these is there: whether one stands in the place of the page's
 * list, and how often one was opened.
 */
export const useBulkDoorStore = defineStore('bulk-door', () => ({ isOpen: ref(false), openings: ref(0) }))
