/** One registered handler of an event. @see api-reference/events/event-get.md */
export interface EventHandlerRow {
  event: string
  /** Empty for offline events. */
  handler: string
  /** Id of the person for whom it is called, `0` for whoever made it happen. */
  auth_type: string
  offline: 0 | 1
}

/** @see api-reference/events/event-unbind.md */
export interface EventUnbindResult {
  count: number
}
