import type { Wish } from '@/domain/change'
import type { BindingEngine, createBindingEngine } from './change-binding'
import type { Result } from './result'
import type { EngineTools } from './write'
import { asFailure, PortalFailure } from '@/domain/failure'
import { latePart } from '@/domain/late-code'

interface EngineFile {
  createBindingEngine: typeof createBindingEngine
}

const endAsNotDone =
  (wish: Wish) =>
  (failure: PortalFailure): Result => ({ kind: 'not-done', wish, failure })

/**
 * Makes the engine when the first change needs it: no page is shown by it. What is asked of one that does not arrive is not done, and
 * the next change asks for it again.
 */
export function createLazyEngine(
  tools: EngineTools,
  load: () => Promise<EngineFile> = () => import('./change-binding'),
): BindingEngine {
  const loadOnce = latePart(async () => (await load()).createBindingEngine(tools))

  async function withEngine(
    work: (engine: BindingEngine) => Promise<Result>,
    endWithout: (failure: PortalFailure) => Result,
  ): Promise<Result> {
    const engine = await loadOnce().catch(asFailure)
    return engine instanceof PortalFailure ? endWithout(engine) : work(engine)
  }

  return {
    change: (wish, onStage) => withEngine((engine) => engine.change(wish, onStage), endAsNotDone(wish)),
    confirm: (asked, onStage) => withEngine((engine) => engine.confirm(asked, onStage), endAsNotDone(asked.wish)),
    checkAgain: (lost, onStage) =>
      withEngine(
        (engine) => engine.checkAgain(lost, onStage),
        (failure) => ({ ...lost, failure }),
      ),
  }
}
