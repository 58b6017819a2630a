/** The portal keeps one fixed offset, so that the sample portal reads the same everywhere. */
const OFFSET_MINUTES = 180

/** Writes a moment as portals do: ISO 8601 with offset, no fraction. */
export function toPortalDate(ms: number): string {
  const local = new Date(ms + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)
  const hours = String(Math.floor(OFFSET_MINUTES / 60)).padStart(2, '0')
  return `${local}+${hours}:${String(OFFSET_MINUTES % 60).padStart(2, '0')}`
}

/**
 * Writes a day as portals do: as the moment at which it begins in Greenwich, by the portal's clock. Gives nothing for a text
 * that does not begin with a date. @see api-reference/crm/universal/crm-item-add.md
 */
export function toPortalDay(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text)?.[0]
  const begin = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(begin) ? undefined : toPortalDate(begin)
}
