import type { OwnerRef } from './owner'
import type { TypedOwner } from './typed-owner'
import { toFolded } from './fold-text'
import { hasWords } from './typed-words'

/** How an owner answers to what was typed. */
type OwnerMatch = 'id' | 'title' | 'starts' | 'contains'

/** Best first. */
const RANKS: readonly OwnerMatch[] = ['id', 'title', 'starts', 'contains']

interface Titled {
  ref: OwnerRef
  title: string
}

/** Tells how an owner answers to what was typed; an owner that does not gets nothing. */
export function matchOwner({ ref, title }: Titled, { id, words }: TypedOwner): OwnerMatch | undefined {
  if (ref.id === id) return 'id'
  if (!words) return undefined
  const folded = toFolded(title)
  if (folded === words.phrase) return 'title'
  if (folded.startsWith(words.phrase)) return 'starts'
  return hasWords(title, words) ? 'contains' : undefined
}

/** Gives each owner once, with how it matches: the best matches first, among equals the newest. Others are left out. */
export function rankOwners<Owner extends Titled>(
  owners: readonly Owner[],
  typed: TypedOwner,
): { owner: Owner; match: OwnerMatch }[] {
  const rankOf = ({ match }: { match: OwnerMatch }) => RANKS.indexOf(match)
  return [...new Map(owners.map((owner) => [owner.ref.id, owner])).values()]
    .flatMap((owner) => {
      const match = matchOwner(owner, typed)
      return match ? [{ owner, match }] : []
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.owner.ref.id - one.owner.ref.id)
}
