/** When every case begins, in milliseconds. */
export const NOW_MS = Date.UTC(2026, 10, 2, 12)

/** The same moment as the portal writes it. */
export const NOW = '2026-11-02T15:00:00+03:00'
