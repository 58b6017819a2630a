import type { CrmItemRow, CrmStatusRow } from '@contract/crm-items'
import type { LocalPortal } from '@emulator/portal/state'
import { clientName } from './find-names'
import { currentUser } from './frames'

/** Portal language codes that are no language tags. @see api-reference/data-types.md */
const LANGUAGE_TAGS: Record<string, string> = {
  en: 'en-US',
  br: 'pt-BR',
  la: 'es',
  ua: 'uk',
  sc: 'zh-Hans',
  tc: 'zh-Hant',
  ja: 'ja',
  vn: 'vi',
  kz: 'kk',
  in: 'hi',
}

/** Gives the language tag for `lang` attributes and `Intl`. */
function languageTag(language: string): string {
  return LANGUAGE_TAGS[language] ?? language
}

/** Writes a sum in the portal's language. */
export function money(portal: LocalPortal, sum: number | undefined, currency: string | null | undefined): string {
  const language = languageTag(portal.settings.language)
  if (!currency) return String(sum ?? 0)
  // A portal may have currencies of its own.
  if (!/^[a-z]{3}$/i.test(currency)) return `${new Intl.NumberFormat(language).format(sum ?? 0)} ${currency}`
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(sum ?? 0)
}

function writeDay(portal: LocalPortal, moment: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(languageTag(portal.settings.language), { dateStyle: 'medium', timeZone })
  return Number.isNaN(moment) ? '—' : format.format(moment)
}

/** Writes a day without a time, as stored: it is the same for everybody. */
export function day(portal: LocalPortal, date: string | null | undefined): string {
  return writeDay(portal, Date.parse(`${date?.slice(0, 10)}T00:00:00Z`), 'UTC')
}

/**
 * Writes the day of a moment in the time zone of the person who looks at the page; of one who has set none, by the clock of
 * the portal (unconfirmed: it may be the browser's). @see api-reference/data-types.md
 */
export function dayOf(portal: LocalPortal, moment: string | null | undefined): string {
  const { timeZone } = currentUser(portal)
  return timeZone ? writeDay(portal, Date.parse(moment ?? ''), timeZone) : day(portal, moment)
}

/** Gives the client's name: the company if there is one, else the contact. */
export function itemClient(portal: LocalPortal, { companyId, contactId }: CrmItemRow): string {
  const client = portal.data.companies.get(companyId ?? 0) ?? portal.data.contacts.get(contactId ?? 0)
  return client ? clientName(client) : '—'
}

/** Finds the row of an item's stage. */
export function stageOf(portal: LocalPortal, { stageId }: CrmItemRow): CrmStatusRow | undefined {
  return portal.data.statuses.find(({ STATUS_ID, ENTITY_ID }) => STATUS_ID === stageId && ENTITY_ID.includes('STAGE'))
}

/** Finds all stages of the pipeline that a stage belongs to, in their order. */
export function pipelineOf(portal: LocalPortal, stage: CrmStatusRow): CrmStatusRow[] {
  return portal.data.statuses
    .filter(({ ENTITY_ID, CATEGORY_ID }) => ENTITY_ID === stage.ENTITY_ID && CATEGORY_ID === stage.CATEGORY_ID)
    .sort((one, other) => Number(one.SORT) - Number(other.SORT))
}

/** Gives a person's full name. */
export function personName(portal: LocalPortal, userId: number | null | undefined): string {
  const user = portal.users.find(({ id }) => id === userId)
  return user ? `${user.name} ${user.lastName}` : '—'
}
