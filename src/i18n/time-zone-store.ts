import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { rethrowUnlessFailure } from '@/domain/failure'

/** A reading that failed is tried again when dates come on the screen again, so often in all. */
const TRIES = 3

/**
 * The time zone in which the portal's own screens show dates to this person. Absent while it is not known and where the
 * person has none: dates then stand as the portal wrote them.
 */
export const useTimeZoneStore = defineStore('time-zone', () => {
  const name = shallowRef<string>()
  let reading: Promise<void> | undefined
  let triesLeft = TRIES

  async function attempt(read: () => Promise<string | undefined>): Promise<void> {
    triesLeft -= 1
    try {
      name.value = await read()
    } catch (error) {
      rethrowUnlessFailure(error)
      if (triesLeft > 0) reading = undefined
    }
  }

  /** Reads the zone unless that is done or under way. */
  function load(read: () => Promise<string | undefined>): Promise<void> {
    reading ??= attempt(read)
    return reading
  }

  return { name, load }
})
