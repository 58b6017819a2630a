import type { Journal } from './journal'
import type { People } from './people'
import type { Runs } from './runs'

/** What the portal keeps of changes, one by one and in runs, and whose they are. */
export interface Records {
  readonly journal: Journal
  readonly runs: Runs
  readonly people: People
}
