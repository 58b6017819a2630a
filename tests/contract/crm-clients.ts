import { refusal } from './refusals'

export const method = (name: string, params: object) => ({ method: name, params: { ...params } })
export const contactList = (params: object) => method('crm.contact.list', params)
export const getContact = (id: unknown) => method('crm.contact.get', { id })
export const addContact = (fields: object) => method('crm.contact.add', { fields })
export const updateContact = (id: number, fields: object) => method('crm.contact.update', { id, fields })

/** The refusal of an old method: a text without a code. */
export const legacyRefusal = (description: string) => ({ status: 400, body: refusal('', description) })

/** A field as the methods `….fields` describe it. */
export const described = (type: string, rest: object) => ({
  type,
  isRequired: false,
  isReadOnly: false,
  isImmutable: false,
  isMultiple: false,
  isDynamic: false,
  ...rest,
})
