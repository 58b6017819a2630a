import type { PortalFacts } from '@/domain/portal-facts'
import type { Ask } from './ask'
import type { Portal } from './portal'
import type { Transport } from './transport'
import * as v from 'valibot'
import { latePart } from '@/domain/late-code'

/** Name of the app option that keeps the facts, as JSON. */
export const FACTS_OPTION = 'facts'

const KEPT = v.object({ [FACTS_OPTION]: v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())) })

/** What was kept may come from another version of the app: names that this one does not know are not shown. */
function readKept(appOptions: unknown): PortalFacts {
  const options = v.safeParse(KEPT, appOptions)
  return options.success ? options.output[FACTS_OPTION] : {}
}

/** What this very portal does. The code that finds it out comes when it is asked for. */
export function createFacts(
  transport: Transport,
  { askUnbatched, settings }: { askUnbatched: Ask; settings: Portal['settings'] },
): Portal['facts'] {
  const load = latePart(() => import('./collect-facts'))
  let facts = readKept(transport.context.appOptions)
  return {
    read: () => facts,
    async collect() {
      const { collectFacts } = await load()
      facts = await collectFacts(transport, settings)
      return facts
    },
    async keep() {
      const options = { [FACTS_OPTION]: JSON.stringify(facts) }
      await askUnbatched({ method: 'app.option.set', params: { options } }, v.literal(true))
    },
  }
}
