import { defineAsyncComponent } from 'vue'
import PartNotLoaded from '@/ui/PartNotLoaded.vue'

/** `OrderPeek`, whose code comes when somebody first unfolds a row. */
export const LazyOrderPeek = defineAsyncComponent({
  loader: () => import('./OrderPeek.vue'),
  errorComponent: PartNotLoaded,
})
