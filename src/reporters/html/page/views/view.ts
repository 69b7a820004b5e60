import type { Model } from '../model.js'
import type { Route } from '../route.js'

/** What a view is rendered from. */
export interface Shown {
  readonly model: Model
  readonly route: Route
  /** Puts choices into the address without rendering the view again. */
  remember(query: Readonly<Record<string, string | number | null>>): void
  /** The list that the user came from. */
  readonly list: ListOfPages
}

export interface ListOfPages {
  readonly address: string
  readonly pages: readonly number[]
}

export interface View {
  readonly title: string
  readonly content: readonly Node[]
  /** What to focus first; by default the title. */
  readonly focus?: HTMLElement | null
  /** The numbers of the listed pages in order, so that the user can go from one to the next. */
  pages?(): readonly number[]
}
