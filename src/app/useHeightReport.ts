import type { ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted } from 'vue'

/** The portal redraws its page for each report: at most ten a second, in milliseconds. */
const PAUSE = 100

/** Reports the height of the root element whenever it changes; the last one always arrives. */
export function useHeightReport(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  report: (height: number) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let reported = 0

  function send(): void {
    isDue = false
    const height = Math.ceil(root.value?.getBoundingClientRect().height ?? 0)
    if (height === 0 || height === reported) return
    reported = height
    report(height)
    timer = setTimeout(afterPause, PAUSE)
  }

  function afterPause(): void {
    timer = undefined
    if (isDue) send()
  }

  function onResize(): void {
    if (timer === undefined) send()
    else isDue = true
  }

  const observer = new ResizeObserver(onResize)
  onMounted(() => {
    if (root.value) observer.observe(root.value)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    clearTimeout(timer)
  })
}
