/** What the app's own page consists of, in the order of its navigation. */
export const SECTIONS = ['orders', 'settings', 'health'] as const

export type Section = (typeof SECTIONS)[number]
