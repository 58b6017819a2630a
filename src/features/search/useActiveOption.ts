import type { Ref } from 'vue'
import { computed, nextTick, ref, watch } from 'vue'

interface OptionList<Row> {
  options: Readonly<Ref<readonly Row[]>>
  idOf: (option: Row) => string
  pick: (option: Row) => void
  /** Whether Enter means the first one until the person moves on; no unless told. */
  isFirstActive?: () => boolean
}

/**
 * Lets the arrow keys move through a list while the focus stays in its search box, and Enter pick.
 * @see the combobox pattern of the ARIA authoring practices
 */
export function useActiveOption<Row>({ options, idOf, pick, isFirstActive = () => false }: OptionList<Row>) {
  const movedTo = ref<string>()
  const active = computed(
    () =>
      options.value.find((option) => idOf(option) === movedTo.value) ??
      (isFirstActive() ? options.value[0] : undefined),
  )
  const activeId = computed(() => active.value && idOf(active.value))
  const reset = (): void => void (movedTo.value = undefined)
  const moveTo = (option: Row | undefined): void => show(option && idOf(option))

  // An option that left the list must not be picked by an Enter that was meant for it.
  watch(options, (now) => {
    if (!now.some((option) => idOf(option) === movedTo.value)) reset()
  })

  function move(step: 1 | -1): void {
    const ids = options.value.map(idOf)
    const from = activeId.value === undefined ? -1 : ids.indexOf(activeId.value)
    const start = from === -1 && step === -1 ? 0 : from
    show(ids[(start + step + ids.length) % ids.length])
  }

  function show(id: string | undefined): void {
    movedTo.value = id
    void nextTick(() => document.getElementById(activeId.value ?? '')?.scrollIntoView({ block: 'nearest' }))
  }

  function onKeydown(event: KeyboardEvent): void {
    // While an input method composes a word, its keys are not ours.
    if (event.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && active.value) {
      // The key that opened the list may still be held down.
      if (!event.repeat) pick(active.value)
    } else return
    event.preventDefault()
  }

  return { activeId, onKeydown, moveTo, reset }
}
