import type { Component } from 'vue'
import { defineAsyncComponent } from 'vue'
import PartNotLoaded from './PartNotLoaded.vue'

/**
 * Makes a component of a part of a page whose code comes when it is first shown; one that does not arrive says so in its place. What is
 * below it would move when it comes, unless something keeps its place.
 */
export function lazyPart<Part extends Component>(load: () => Promise<{ default: Part }>, place?: Component): Part {
  return defineAsyncComponent<Part>({
    loader: () => load().then((file) => file.default),
    errorComponent: PartNotLoaded,
    ...(place && { loadingComponent: place, delay: 0 }),
  })
}

const nothing: Component = () => null

/** The same, of a part that stays away where its code does not arrive: something else on the page says so. */
export function silentPart<Part extends Component>(load: () => Promise<{ default: Part }>): Part {
  return defineAsyncComponent<Part>({ loader: () => load().then((file) => file.default), errorComponent: nothing })
}
