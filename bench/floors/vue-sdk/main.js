// The least that an app in this frame does with Vue, a store and the SDK: one call, and a list to choose from.
import { createPinia } from 'pinia'
import { createApp, h } from 'vue'
import { useTypes } from '../types-store.js'

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
