import type { OrderId } from '@/domain/id'
import type { Owner } from '@/domain/owner'
import { computed, ref } from 'vue'
import { refOf } from '@/domain/owner'
import { useBindingStore } from '@/features/binding-card/store/binding-store'
import { isWorking } from '@/features/binding-card/store/task'

/** What a person does with the owner of one order: choose another one, or take it away. */
export function useOwnerChange(orderId: () => OrderId) {
  const store = useBindingStore()
  const isChoosing = ref(false)
  /** The person opened the choice: the focus follows. */
  const isByHand = ref(false)

  const owner = computed(() => store.byOrder.get(orderId()))
  const current = computed(() => (owner.value ? refOf(owner.value) : null))
  const task = computed(() => store.taskOf(orderId()))

  /** Opens or closes the choice; a question that is open is put aside, since the person wants something else. */
  function toggle(): void {
    if (isWorking(task.value)) return
    if (!isChoosing.value) store.dismiss(orderId())
    isChoosing.value = !isChoosing.value
    isByHand.value = true
  }

  function pick(picked: Owner): void {
    isChoosing.value = false
    store.cacheOwners([{ kind: 'present', owner: picked }])
    void store.bind(orderId(), picked.ref)
  }

  function unbind(): void {
    if (isWorking(task.value)) return
    isChoosing.value = false
    void store.bind(orderId(), null)
  }

  return { owner, current, task, isChoosing, isByHand, toggle, pick, unbind }
}
