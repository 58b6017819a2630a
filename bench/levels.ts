/** From when to when a request was under way, by one clock. */
interface Span {
  start: number
  end: number
}

/** How many requests followed each other: each that began after the end of another may have waited for it. */
export function countLevels(spans: readonly Span[]): number {
  const levels = new Map<Span, number>()
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const before = [...levels].filter(([{ end }]) => end <= span.start).map(([, level]) => level)
    levels.set(span, Math.max(0, ...before) + 1)
  }
  return Math.max(0, ...levels.values())
}
