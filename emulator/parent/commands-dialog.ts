import type { CrmKind, FoundName } from '@contract/page'
import type { Command } from './commands'
import type { Choice, ChoiceGroup } from './choose-dialog'
import { CRM_KINDS } from '@contract/page'
import { boot } from './boot'
import { choose } from './choose-dialog'
import { toFields } from './messages'
import { findNames } from './server'

/** How the CRM dialog begins the ids of a type. @see api-reference/crm/data-types.md */
const PREFIX: Record<CrmKind, string> = { lead: 'L', contact: 'C', company: 'CO', deal: 'D', quote: 'Q' }

type PersonChoice = Choice & { url: string; position: string }
type CrmChoice = Choice & { kind: CrmKind; url: string }

const people: ChoiceGroup<PersonChoice> = {
  name: '',
  find: async (search) => (await findNames('user', search)).map((found) => ({ ...found, key: String(found.id), position: found.note })),
}

const toUser = ({ key, title, position, url }: PersonChoice) => ({
  id: key, name: title, photo: '', position, url, sub: false, sup: false,
})

const selectUser: Command = async (_frame, args, answer) => {
  const multiple = toFields(args).mult === true
  const chosen = await choose({ title: boot.words.chooseUser, groups: [people], multiple })
  if (!chosen || (chosen.length === 0 && !multiple)) return
  const users = chosen.map(toUser)
  answer(multiple ? users : users[0])
}

/** People are `U<id>`; `AU` is everyone. @see portal-frame.md 2.4 (unconfirmed) */
const selectAccess: Command = async (_frame, args, answer) => {
  const everyone: Choice = { key: 'AU', title: boot.words.allUsers, note: '' }
  const find = async (search: string) => [
    everyone,
    ...(await findNames('user', search)).map(({ id, title, note }) => ({ key: `U${id}`, title, note })),
  ]
  const value = toFields(args).value
  const chosen = await choose({
    title: boot.words.chooseAccess,
    groups: [{ name: '', find }],
    multiple: true,
    chosen: Array.isArray(value) ? value.map(String) : [],
  })
  if (chosen) answer(chosen.map(({ key, title }) => ({ id: key, name: title })))
}

/** Answers a bucket for each type, keyed by index as PHP lists are. */
const selectCRM: Command = async (_frame, args, answer) => {
  const { entityType, multiple, value } = toFields(args)
  const wanted = Array.isArray(entityType) && entityType.length > 0 ? CRM_KINDS.filter((kind) => entityType.includes(kind)) : [...CRM_KINDS]
  const chosen = await choose({
    title: boot.words.chooseCrm,
    groups: wanted.map(toCrmGroup),
    multiple: multiple === true,
    chosen: wanted.flatMap((kind) => toKeys(kind, toFields(value)[kind])),
  })
  if (chosen) answer(Object.fromEntries(wanted.map((kind) => [kind, toBucket(chosen.filter((row) => row.kind === kind))])))
}

function toCrmGroup(kind: CrmKind): ChoiceGroup<CrmChoice> {
  const toChoice = ({ id, title, note, url }: FoundName) => ({ key: `${PREFIX[kind]}_${id}`, kind, title, note, url })
  return { name: boot.words.kinds[kind], find: async (search) => (await findNames(kind, search)).map(toChoice) }
}

/** Apps say `5` as well as `D_5`. */
function toKeys(kind: CrmKind, ids: unknown): string[] {
  return Array.isArray(ids) ? ids.map((id) => (String(id).includes('_') ? String(id) : `${PREFIX[kind]}_${id}`)) : []
}

function toBucket(rows: CrmChoice[]) {
  const shown = rows.map(({ key, kind, title, note, url }) => ({
    id: key, type: kind, place: kind, title, desc: note, url,
    ...((kind === 'contact' || kind === 'company') && { image: '' }),
  }))
  return shown.length > 0 ? Object.fromEntries(shown.entries()) : []
}

/** Commands that ask the person to choose; a cancelled dialog is never answered. */
export const dialogCommands = { selectUser, selectAccess, selectCRM }
