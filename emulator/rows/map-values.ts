/** Gives a record with the same names and a value made from each. */
export function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  toValue: (value: From, name: string) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, value]) => [name, toValue(value, name)] as const)
  // The library's type has `string` for the names of the record.
  return Object.fromEntries(entries) as Record<Name, To>
}
