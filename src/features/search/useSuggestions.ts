import type { EntryKey } from '@pinia/colada'
import type { PortalFailure } from '@/domain/failure'
import { useQuery } from '@pinia/colada'
import { computed, onMounted, onScopeDispose, ref, watch } from 'vue'
import { usePortal } from '@/context'
import { toShownFailure } from '@/ui/shown-failure'

/** What is known of suggestions; `off`: nobody wants any here. */
type SuggestionState<Group> =
  | { kind: 'off' }
  | { kind: 'pending' }
  | { kind: 'ready'; groups: readonly Group[] }
  | { kind: 'failed'; failure: PortalFailure }

interface SuggestionQuery<Group> {
  key: EntryKey
  find: () => Promise<Group[]>
}

/** How long suggestions are shown again without asking, in milliseconds: who opens and closes a panel asks once. */
const KEPT_FOR = 30_000

/** Whether what the component shows first has been painted: nothing of it waits for suggestions. */
function useIsPainted() {
  const isPainted = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame: number | undefined
  onMounted(() => {
    frame = requestAnimationFrame(() => (timer = setTimeout(() => (isPainted.value = true))))
  })
  onScopeDispose(() => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return isPainted
}

/**
 * Asks for suggestions once the first paint is over; nothing while there is no query. `changes` is anything that differs after a
 * change of this page: then they are read again, and the old ones stay until the answer comes.
 */
export function useSuggestions<Group>(
  currentQuery: () => SuggestionQuery<Group> | undefined,
  changes: () => unknown = () => undefined,
) {
  const { suggests } = usePortal().settings.read()
  const isPainted = useIsPainted()
  const isWanted = computed(() => suggests && currentQuery() !== undefined)

  const query = useQuery(() => toQueryOptions(currentQuery(), isWanted.value && isPainted.value))

  watch(changes, () => isWanted.value && isPainted.value && void query.refetch())

  const state = computed((): SuggestionState<Group> => {
    if (!isWanted.value) return { kind: 'off' }
    const groups = query.data.value
    if (groups) return { kind: 'ready', groups }
    const failure = query.error.value
    return failure && !query.isLoading.value
      ? { kind: 'failed', failure: toShownFailure(failure) }
      : { kind: 'pending' }
  })

  return { state, retry: () => query.refetch() }
}

/** Made outside of the composable: the cache keeps a query for a while, and with it all that its functions could reach. */
function toQueryOptions<Group>(current: SuggestionQuery<Group> | undefined, enabled: boolean) {
  return {
    key: current?.key ?? ['no suggestions'],
    query: () => current?.find() ?? Promise.resolve<Group[]>([]),
    enabled,
    staleTime: KEPT_FOR,
    gcTime: KEPT_FOR,
    refetchOnWindowFocus: false as const,
    refetchOnReconnect: false as const,
  }
}
