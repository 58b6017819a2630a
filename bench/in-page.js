// Runs in every frame before its page: notes when the screen can be used, and what the browser had to do until then.
window.bench = { usableAt: undefined, shift: 0, longest: 0, slowest: 0 }

const watch = (type, options, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options })

watch('layout-shift', {}, ({ value, hadRecentInput }) => {
  if (!hadRecentInput) window.bench.shift += value
})
watch('longtask', {}, ({ name, duration }) => {
  if (name === 'self') window.bench.longest = Math.max(window.bench.longest, duration)
})
// Only what a person did has an id.
watch('event', { durationThreshold: 16 }, ({ interactionId, duration }) => {
  if (interactionId) window.bench.slowest = Math.max(window.bench.slowest, duration)
})

function look() {
  // Put into the window by the bench: what can be clicked once the screen is usable.
  const found = document.querySelector(window.benchUsable)
  if (found && found.getClientRects().length > 0) window.bench.usableAt = performance.timeOrigin + performance.now()
  else requestAnimationFrame(look)
}
look()

// Calls of the portal, as from when to when they were under way.
window.bench.readCalls = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/rest/'))
    .map(({ startTime, responseEnd }) => ({ start: startTime, end: responseEnd }))
