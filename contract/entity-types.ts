/** Entity type ids that portals know out of the box. */
export const ENTITY_TYPE = {
  lead: 1,
  deal: 2,
  contact: 3,
  company: 4,
  quote: 7,
  order: 14,
  smartInvoice: 31,
} as const
