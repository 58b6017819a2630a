// The least that an app in this frame does with Vue, a store and the SDK: one call, and a list to choose from.
import { initializeB24Frame } from '@bitrix24/b24jssdk'
import { createPinia, defineStore } from 'pinia'
import { createApp, h, ref } from 'vue'

const useTypes = defineStore('types', () => {
  const types = ref([])
  async function load() {
    const b24 = await initializeB24Frame()
    const answer = await b24.actions.v2.call.make({ method: 'crm.enum.getorderownertypes', params: {} })
    types.value = answer.getData().result
  }
  return { types, load }
})

createApp({
  setup() {
    const store = useTypes()
    void store.load()
    const option = ({ id, name }) => h('option', { value: id }, name)
    return () => store.types.length > 0 && h('select', { id: 'picker' }, store.types.map(option))
  },
})
  .use(createPinia())
  .mount('#app')
