import { METHODS } from '@emulator/rest/method-table'

const WRITES = /(?:^|[.])(?:add|update|delete|deletebyfilter|set|bind|unbind|rights)$/

/** The methods of the portal that change something, by their names in lower case. */
export const WRITING_METHODS: readonly string[] = [...METHODS.keys()].filter((name) => WRITES.test(name))
