import type { Plugin } from 'vite'
import { leaveOut } from './leave-out.ts'

/** Leaves out of the SDK's HTTP client what browsers with `XMLHttpRequest` never come to, and a list of codes for its users. */
export function trimAxios(): Plugin {
  return leaveOut({
    script: 'trim-axios',
    library: 'axios',
    files: [
      {
        path: 'axios/lib/adapters/fetch.js',
        gives: 'export const getFetch = ',
        // `false` is how an adapter says that it does not run here.
        instead: 'export const getFetch = () => false',
      },
      {
        path: 'axios/lib/helpers/HttpStatusCode.js',
        gives: 'export default HttpStatusCode;',
        instead: 'export default {}',
      },
    ],
  })
}
