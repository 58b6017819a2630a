import type { Plugin } from 'vite'
import { leaveOut } from './leave-out.ts'

const EMPTY_COMPONENT = '<template><span /></template>'
const COMPONENTS = 'b24ui-nuxt/dist/runtime/components'

/** Leaves out of the kit what its button and its field can show besides, and the app never asks them for: avatars, tags, loaders. */
export function trimKit(): Plugin {
  return leaveOut({
    script: 'trim-kit',
    library: 'The kit',
    files: [
      { path: `${COMPONENTS}/Avatar.vue`, gives: '#build/b24ui/avatar', instead: EMPTY_COMPONENT },
      { path: `${COMPONENTS}/Badge.vue`, gives: '#build/b24ui/badge', instead: EMPTY_COMPONENT },
      ...['animated/esm/LoaderWaitIcon', 'animated/esm/LoaderClockIcon', 'specialized/esm/SpinnerIcon'].map((icon) => ({
        path: `b24icons-vue/dist/${icon}.js`,
        gives: 'export default function render',
        instead: 'export default () => null',
      })),
    ],
  })
}
