import type { PortalFailure } from '@/domain/failure'
import type { JournalRow } from '@/domain/journal'
import type { OwnerRef } from '@/domain/owner'
import type { Cursor } from '@/domain/page'
import type { RunHead } from '@/domain/run'
import type { JournalQuery } from '@/portal/journal'
import { onScopeDispose, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePortal } from '@/context'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { useOwnerTypesStore } from '@/features/owner-search/owner-types-store'
import { toShownFailure } from '@/ui/shown-failure'
import { useCsvFile } from '@/ui/useCsvFile'
import { toCsvRows } from './journal-csv'
import { rowKey, withKnownEnds } from './journal-rows'
import { useJournalNames } from './useJournalNames'
import { useMomentText } from './useMomentText'

type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; read: number }
  | { kind: 'stopped' }
  | { kind: 'done'; lines: number }
  | { kind: 'failed'; failure: PortalFailure }

/** Names owners in a file: by title, else by type and id with what is known of them. */
function useOwnerText() {
  const { t } = useI18n()
  const store = useBindingStore()
  const types = useOwnerTypesStore()
  return (ref: OwnerRef | null): string => {
    if (!ref) return ''
    const state = store.stateOf(ref)
    const type = types.find(ref.typeId)?.name
    const name = type ? t('owner.name', { type, id: ref.id }) : t('owner.unnamed', { ...ref })
    return state.kind === 'present' ? state.owner.title || name : t(`owner.${state.kind}`, { name })
  }
}

/** Saves all that a query finds as a file, page by page; whoever leaves or stops gets none. */
export function useJournalExport(query: () => JournalQuery) {
  const { t } = useI18n()
  const { journal } = usePortal()
  const store = useBindingStore()
  const saveCsv = useCsvFile()
  const { load, orderOf, personOf } = useJournalNames()
  const [ownerName, momentText] = [useOwnerText(), useMomentText()]
  const state = shallowRef<ExportState>({ kind: 'idle' })

  const isRunning = () => state.value.kind === 'running'

  /** Gives nothing where it was stopped meanwhile. */
  async function readAll(): Promise<JournalRow[] | undefined> {
    const wanted = query()
    const rows = new Map<string | number, JournalRow>()
    let cursor: Cursor | undefined
    do {
      const page = await journal.find({ ...wanted, ...(cursor !== undefined && { cursor }) })
      await load(page.rows)
      if (!isRunning()) return undefined
      // A run that is found by its rows may come again.
      for (const row of page.rows) rows.set(rowKey(row), row)
      state.value = { kind: 'running', read: rows.size }
      cursor = page.next
    } while (cursor !== undefined)
    return [...rows.values()]
  }

  function save(found: readonly JournalRow[]): void {
    const rows = withKnownEnds(found, { changes: store.changes, settled: new Map() })
    const numberOf = (order: ReturnType<typeof orderOf>) => ('number' in order ? order.number : '')
    const runText = ({ rows: n }: RunHead) => t('journalPage.run.of', { n }, n)
    const texts = { t, ownerName, personOf, momentText, runText }
    const lines = toCsvRows(rows, { ...texts, numberOf: ({ orderId }) => numberOf(orderOf(orderId)) })
    saveCsv(t('journalPage.csv.file'), lines)
    state.value = { kind: 'done', lines: rows.length }
  }

  async function run(): Promise<void> {
    state.value = { kind: 'running', read: 0 }
    try {
      const rows = await readAll()
      if (rows) save(rows)
    } catch (error) {
      state.value = { kind: 'failed', failure: toShownFailure(error) }
    }
  }

  const stop = (): void => void (state.value = { kind: 'stopped' })
  onScopeDispose(stop)

  return { state, run, stop }
}
