// What a page with the kit takes at least: the same call, and the kit's own select in the place of a plain one.
import './main.css'
import { initializeB24Frame } from '@bitrix24/b24jssdk'
import B24Select from '@bitrix24/b24ui-nuxt/components/Select.vue'
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
    const toItem = ({ id, name }) => ({ value: id, label: name })
    return () => store.types.length > 0 && h(B24Select, { id: 'picker', items: store.types.map(toItem) })
  },
})
  .use(createPinia())
  .mount('#app')
