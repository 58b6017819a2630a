import type { OrderId } from '@/domain/id'
import type { Owner, OwnerRef } from '@/domain/owner'
import { computed, ref } from 'vue'
import { refOf } from '@/domain/owner'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { isWorking } from '@/features/binding-card/store/task'

/**
 * What a person does with the owner of one order: choose another one, or take it away. On an owner's own page the order has to be
 * there still.
 */
export function useOwnerChange(orderId: () => OrderId, onPageOf?: OwnerRef) {
  const store = useBindingStore()
  const isChoosing = ref(false)
  /** The person opened the choice, not the page: the focus follows. */
  const isOpenedByUser = ref(false)

  const owner = computed(() => store.byOrder.get(orderId()))
  const current = computed(() => (owner.value ? refOf(owner.value) : null))
  const task = computed(() => store.taskOf(orderId()))

  /** Opens or closes the choice; an open question is dismissed, since the person wants something else. */
  function toggle(): void {
    if (isWorking(task.value)) return
    if (!isChoosing.value) store.dismiss(orderId())
    isChoosing.value = !isChoosing.value
    isOpenedByUser.value = true
  }

  function pick(after: Owner): void {
    isChoosing.value = false
    store.cacheOwners([{ kind: 'present', owner: after }])
    void store.change({ orderId: orderId(), after: after.ref, onPageOf })
  }

  function unbind(): void {
    if (isWorking(task.value)) return
    isChoosing.value = false
    void store.change({ orderId: orderId(), after: null, onPageOf })
  }

  return { owner, current, task, isChoosing, isOpenedByUser, toggle, pick, unbind }
}
