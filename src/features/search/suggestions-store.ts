import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether anything is suggested before a person types. */
export const useSuggestionsStore = defineStore('suggestions', () => ({ isOn: ref(true) }))
