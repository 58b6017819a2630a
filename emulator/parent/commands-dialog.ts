import type { CrmKind, FoundName } from '@emulator/pages/bridge-protocol'
import type { Choice, ChoiceGroup } from './choose-dialog'
import type { FrameCommand } from './command'
import { CRM_KINDS, toFields } from '@emulator/pages/bridge-protocol'
import { boot } from './boot'
import { choose } from './choose-dialog'
import { findNames } from './portal-client'

/** How the CRM dialog begins the ids of a type. @see api-reference/crm/data-types.md */
const PREFIX: Record<CrmKind, string> = { lead: 'L', contact: 'C', company: 'CO', deal: 'D', quote: 'Q' }

type PersonChoice = Choice & { url: string; position: string }
type CrmChoice = Choice & { kind: CrmKind; url: string }

const people: ChoiceGroup<PersonChoice> = {
  name: '',
  find: async (search) =>
    (await findNames('user', search)).map((found) => ({ ...found, key: String(found.id), position: found.note })),
}

const toUser = ({ key, title, position, url }: PersonChoice) => ({
  id: key,
  name: title,
  photo: '',
  position,
  url,
  sub: false,
  sup: false,
})

const selectUser: FrameCommand = async (_frame, args, answer) => {
  const multiple = toFields(args).mult === true
  const chosen = await choose({ title: boot.messages.chooseUser, groups: [people], multiple })
  if (!chosen || (chosen.length === 0 && !multiple)) return
  const users = chosen.map(toUser)
  answer(multiple ? users : users[0])
}

/** People are `U<id>`; `AU` is everyone. @see FACTS.md (unconfirmed) */
const selectAccess: FrameCommand = async (_frame, args, answer) => {
  const everyone: Choice = { key: 'AU', title: boot.messages.allUsers, note: '' }
  const toChoice = ({ id, title, note }: FoundName): Choice => ({ key: `U${id}`, title, note })
  const find = async (search: string) => [everyone, ...(await findNames('user', search)).map(toChoice)]
  const { value } = toFields(args)
  const keys = Array.isArray(value) ? value.map(String) : []
  const chosen = await choose({
    title: boot.messages.chooseAccess,
    groups: [{ name: '', find }],
    multiple: true,
    chosen: (await find('')).filter(({ key }) => keys.includes(key)),
  })
  if (chosen) answer(chosen.map(({ key, title }) => ({ id: key, name: title })))
}

/** Answers a bucket for each type, keyed by index as PHP lists are. */
const selectCRM: FrameCommand = async (_frame, args, answer) => {
  const { entityType, multiple, value } = toFields(args)
  const requestedKinds = Array.isArray(entityType) ? CRM_KINDS.filter((kind) => entityType.includes(kind)) : []
  const wanted = requestedKinds.length > 0 ? requestedKinds : [...CRM_KINDS]
  const present = await Promise.all(wanted.map((kind) => readChosen(kind, toFields(value)[kind])))
  const chosen = await choose({
    title: boot.messages.chooseCrm,
    groups: wanted.map(toCrmGroup),
    multiple: multiple === true,
    chosen: present.flat(),
  })
  if (!chosen) return
  answer(Object.fromEntries(wanted.map((kind) => [kind, toBucket(chosen.filter((row) => row.kind === kind))])))
}

const toCrmChoice = (kind: CrmKind, { id, title, note, url }: FoundName): CrmChoice => ({
  key: `${PREFIX[kind]}_${id}`,
  kind,
  title,
  note,
  url,
})

function toCrmGroup(kind: CrmKind): ChoiceGroup<CrmChoice> {
  const find = async (search: string) => (await findNames(kind, search)).map((found) => toCrmChoice(kind, found))
  return { name: boot.messages.kinds[kind], find }
}

/** Finds the rows that the app has chosen before; it may say `5` as well as `D_5`. */
async function readChosen(kind: CrmKind, ids: unknown): Promise<CrmChoice[]> {
  const wanted = Array.isArray(ids) ? ids.map((id) => Number(String(id).replace(/^[A-Z]+_/, ''))) : []
  const found = await Promise.all(wanted.map((id) => findNames(kind, String(id))))
  return wanted.flatMap((id, index) =>
    (found[index] ?? []).filter((row) => row.id === id).map((row) => toCrmChoice(kind, row)),
  )
}

function toBucket(rows: CrmChoice[]) {
  const shown = rows.map(({ key, kind, title, note, url }) => ({
    id: key,
    type: kind,
    place: kind,
    title,
    desc: note,
    url,
    ...((kind === 'contact' || kind === 'company') && { image: '' }),
  }))
  return shown.length > 0 ? Object.fromEntries(shown.entries()) : []
}

/** Commands that ask the person to choose; a cancelled dialog is never answered. */
export const dialogCommands = { selectUser, selectAccess, selectCRM }
