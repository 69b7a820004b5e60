import type { Model } from '../model.js'
import type { Route } from '../route.js'

/** What a view is made from. */
export interface Shown {
  readonly model: Model
  readonly route: Route
  /** Keeps what is chosen in the address, without drawing the view anew. */
  remember(query: Readonly<Record<string, string | number | null>>): void
  /** The list that one came from, and what was in it, in its order. */
  readonly list: ListOfPages
}

export interface ListOfPages {
  readonly address: string
  readonly pages: readonly number[]
}

export interface View {
  readonly title: string
  readonly content: readonly Node[]
  /** What to look at first; the title if it is left out. */
  readonly focus?: HTMLElement | null
  /** The pages that it lists, so that one can go from one to the next. */
  pages?(): readonly number[]
}
