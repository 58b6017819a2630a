import type { CheckName, CheckState } from '@/domain/check'
import type { JournalState } from '@/portal/journal'
import type { Portal } from '@/portal/portal'
import { findingOf, judgeScopes, judgeStorage, PASSED } from '@/domain/check'

interface Check {
  /** Asks the portal. What it throws becomes the check's state. */
  run(portal: Portal): Promise<CheckState>
  /** What can be told without it where running it writes something. */
  look?(portal: Portal): Promise<CheckState>
  /** What a failure of asking means. */
  onFailure: 'warned' | 'failed'
  /** Where it fails, nothing after it is worth asking. */
  isGate?: true
}

function judgeJournal(state: JournalState): CheckState {
  if (state.kind === 'ready') return PASSED
  if (state.kind === 'unmade') return findingOf('warned', 'journal-unmade')
  return { kind: 'warned', reason: { kind: 'finding', finding: 'journal-refused', failure: state.failure } }
}

/** Nothing is changed but what is named: to add a check takes a line here, a name in `domain/check.ts` and its texts. */
export const CHECKS: Record<CheckName, Check> = {
  // Outside of a portal the page has a screen of its own.
  'portal': { run: () => Promise.resolve(PASSED), onFailure: 'failed', isGate: true },
  'administrator': {
    run: async ({ profile }) => ((await profile.isAdministrator()) ? PASSED : findingOf('failed', 'not-administrator')),
    onFailure: 'failed',
    isGate: true,
  },
  'scopes': {
    run: async ({ app }) => judgeScopes(await app.readScopes()),
    onFailure: 'failed',
    isGate: true,
  },
  'owner-types': {
    run: async ({ ownerTypes }) => ((await ownerTypes.read()).length > 0 ? PASSED : findingOf('warned', 'no-types')),
    onFailure: 'failed',
  },
  'orders': {
    async run({ orders }) {
      await orders.find({})
      return PASSED
    },
    onFailure: 'failed',
  },
  'write-right': {
    async run({ bindings }) {
      const right = await bindings.readWriteRight()
      if (right === 'yes') return PASSED
      return findingOf('warned', right === 'no' ? 'no-write-right' : 'write-right-unknown')
    },
    onFailure: 'warned',
  },
  // Makes a storage and deletes it. What was measured is kept for everybody.
  'storage': {
    async run({ storage, settings }) {
      const storageSize = await storage.tryOut()
      await settings.save({ storageSize })
      return judgeStorage(storageSize)
    },
    look: ({ settings }) => Promise.resolve({ kind: 'kept', length: settings.read().storageSize }),
    onFailure: 'warned',
  },
  // Makes the journal where nobody has made it yet.
  'journal': {
    async run({ journal }) {
      const state = await journal.readState()
      return judgeJournal(state.kind === 'unmade' ? await journal.make(state.lacks) : state)
    },
    look: async ({ journal }) => judgeJournal(await journal.readState()),
    onFailure: 'warned',
  },
}
