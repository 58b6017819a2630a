import type { Component } from 'vue'
import { defineAsyncComponent } from 'vue'
import PartNotLoaded from './PartNotLoaded.vue'

/** Makes a component of a part of a page whose code comes when it is first shown; one that does not arrive says so in its place. */
export function lazyPart<Part extends Component>(load: () => Promise<{ default: Part }>): Part {
  return defineAsyncComponent<Part>({
    loader: () => load().then((file) => file.default),
    errorComponent: PartNotLoaded,
  })
}
