import { initializeB24Frame } from '@bitrix24/b24jssdk'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The one call of the floors with the SDK: the types that a list offers. */
export const useTypes = defineStore('types', () => {
  const types = ref([])
  async function load() {
    const b24 = await initializeB24Frame()
    const answer = await b24.actions.v2.call.make({ method: 'crm.enum.getorderownertypes', params: {} })
    types.value = answer.getData().result
  }
  return { types, load }
})
