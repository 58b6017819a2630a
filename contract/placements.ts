/** Where an app shows itself. @see api-reference/widgets/index.md */
import type { PhpMap } from './rest'

/** Words of a placement in one language. @see api-reference/widgets/placement-bind.md */
export interface PlacementTexts {
  TITLE: string
  DESCRIPTION: string
  GROUP_NAME: string
}

/** A handler that the app has bound. @see api-reference/widgets/placement-get.md */
export interface PlacementRow {
  placement: string
  /** 0 for everybody. */
  userId: number
  handler: string
  options: PhpMap<unknown>
  title: string
  description: string
  /** By language. */
  langAll: PhpMap<PlacementTexts>
}

/** Each handler counts twice: once found, once removed. @see api-reference/widgets/placement-unbind.md */
export interface PlacementUnbindResult {
  count: number
}
