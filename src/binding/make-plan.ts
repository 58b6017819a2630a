import type { Plan, PlanLine } from '@/domain/plan'
import type { RunTools } from './live-run'

export interface PlanOptions {
  /** Is told how many orders and owners were read, of how many. */
  onProgress?: (progress: { read: number; total: number }) => void
  signal?: AbortSignal
}

/** Reads what the wishes would do; nothing once it was aborted. @throws what concerns the whole app, or the right to read */
export async function makePlan(
  _tools: RunTools,
  _lines: readonly PlanLine[],
  _options: PlanOptions = {},
): Promise<Plan | undefined> {
  throw new Error('To follow.')
}
