import type { InjectionKey } from 'vue'
import type { TextPart } from '@/domain/marked-text'
import { inject, provide } from 'vue'

type MarkText = (text: string) => readonly TextPart[]

const MARKING: InjectionKey<MarkText> = Symbol('marking')

export const unmarked = (text: string): TextPart => ({ text, isMarked: false })

/** Marks what is searched for in all texts below this component, wherever they stand. */
export function provideMarking(mark: MarkText): void {
  provide(MARKING, mark)
}

/** How the search around this component marks texts; not at all outside of one. */
export function useMarking(): MarkText {
  return inject(MARKING, () => (text: string) => [unmarked(text)], true)
}
