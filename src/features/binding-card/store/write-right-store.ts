import type { WriteRight } from '@/domain/session'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { usePortal } from '@/context'

/** Whether this person may change bindings: a hint, asked once, and only by pages that could change one. */
export const useWriteRightStore = defineStore('write-right', () => {
  const portal = usePortal()
  const right = ref<WriteRight | 'asking'>('asking')
  let asked: Promise<void> | undefined

  function ask(): Promise<void> {
    asked ??= portal.bindings.readWriteRight().then((answer) => {
      right.value = answer
    })
    return asked
  }

  /** Not known counts as may: the portal's real refusal explains better than a guess. */
  const mayTry = computed(() => right.value === 'yes' || right.value === 'unknown')
  const isReadOnly = computed(() => right.value === 'no')
  /** Whether orders can be ticked: nothing is done with ticks but changes. */
  const ticks = computed(() => (isReadOnly.value ? undefined : mayTry.value ? ('shown' as const) : ('held' as const)))

  return { right, mayTry, isReadOnly, ticks, ask }
})
