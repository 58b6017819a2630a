// What a page with the kit takes at least: the same call, and the kit's own select in the place of a plain one.
import './main.css'
import B24Select from '@bitrix24/b24ui-nuxt/components/Select.vue'
import { createPinia } from 'pinia'
import { createApp, h } from 'vue'
import { useTypes } from '../types-store.js'

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
