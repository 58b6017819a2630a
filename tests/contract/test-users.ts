/** Who calls in a test, through the app's token or by a webhook of theirs. */
export type TestUser = 'administrator' | 'manager' | 'employee' | 'store administrator'

export const USER_IDS: Record<TestUser, number> = {
  'administrator': 1,
  'manager': 2,
  'employee': 3,
  'store administrator': 4,
}

export const WEBHOOK_SECRETS: Record<TestUser, string> = {
  'administrator': 'adminsecret',
  'manager': 'managersecret',
  'employee': 'employeesecret',
  'store administrator': 'storesecret',
}
