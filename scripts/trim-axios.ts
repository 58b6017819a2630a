import type { Plugin } from 'vite'
import { leaveOut } from './leave-out.ts'

/** Whoever sends a form is told at once. */
const refuse = "() => { throw new Error('Forms are not in this build: see scripts/trim-axios.ts') }"

/**
 * Leaves out of the SDK's HTTP client what browsers with `XMLHttpRequest` never come to, what it has for forms, for cookies of its own
 * origin and for the former way to cancel (the SDK sends JSON to another origin), a list of codes for its users, and the search for
 * circles in a query: the SDK sends none.
 */
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
        path: 'axios/lib/helpers/toFormData.js',
        gives: 'export default toFormData;',
        instead: `export default ${refuse}`,
      },
      {
        path: 'axios/lib/helpers/formDataToJSON.js',
        gives: 'export default formDataToJSON;',
        instead: `export default ${refuse}`,
      },
      { path: 'axios/lib/helpers/cookies.js', gives: 'read(name)', instead: 'export default { read: () => null }' },
      {
        path: 'axios/lib/cancel/CancelToken.js',
        gives: 'export default CancelToken;',
        instead: 'export default class {}',
      },
      {
        path: 'axios/lib/core/assertParamsAcyclic.js',
        gives: 'export default function assertParamsAcyclic(params)',
        instead: 'export default () => {}',
      },
      {
        path: 'axios/lib/helpers/HttpStatusCode.js',
        gives: 'export default HttpStatusCode;',
        instead: 'export default {}',
      },
    ],
  })
}
