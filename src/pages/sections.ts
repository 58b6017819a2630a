/** What the app's own page consists of, in the order of its navigation. */
export const SECTIONS = ['orders', 'journal', 'settings', 'health'] as const

export type Section = (typeof SECTIONS)[number]

/** How many of them, the first ones, are for everybody; the others are for administrators. */
export const FOR_EVERYBODY = 2
