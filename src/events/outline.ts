import type { Nodes } from 'mdast'
import { fenceOf } from '../markdown/fence.js'
import { nodesOf, rangeOf } from '../markdown/mdast.js'
import type { Report } from '../report/report.js'
import { isMissing, saysNothing } from '../report/section-state.js'
import type { Schema } from '../schema/schema.js'
import { type Placed, type Spot, spotOf } from '../text/spot.js'
import { bounded, MAX_ITEMS } from './bounded.js'

/** What a report is made of: only its translations are held against that. */
export interface Outline {
  /** The sections of the schema, in the order of the text; a merged one once for each. */
  readonly sections: readonly OutlineSection[]
  /** The ids of those that the schema asks for and the text has not, and of those that are there and say nothing. */
  readonly missing: readonly string[]
  readonly empty: readonly string[]
  /** How many sections there are beside them. */
  readonly unknownSections: number
  /** How many headings there are, of every kind and level. */
  readonly headings: number
  readonly pictures: number
  readonly firstPicture: Spot | null
  readonly codeBlocks: number
}

/** The title stands at the place; its value is the section's id. */
export interface OutlineSection extends Placed<string> {
  readonly title: string
}

/** @param schema what the report was understood by */
export function outlineOf(report: Report, schema: Schema): Outline {
  const { lines, text, tree, sections, slots, images } = report
  const nodes = nodesOf(tree)
  return {
    sections: sections
      .flatMap(({ id, also, title }) =>
        (id === null ? [] : [id, ...also]).map((value) => ({
          value,
          title: bounded(title.value),
          at: spotOf(title.range, lines),
        })),
      )
      .slice(0, MAX_ITEMS),
    missing: slots.filter((slot) => isMissing(slot, report)).map(({ spec }) => spec.id),
    empty: slots.filter((slot) => saysNothing(slot, report, schema)).map(({ spec }) => spec.id),
    unknownSections: sections.filter(({ id }) => id === null).length,
    pictures: images.length,
    firstPicture: images[0] ? spotOf(images[0].range, lines) : null,
    headings: nodes.filter(({ type }) => type === 'heading').length,
    codeBlocks: nodes.filter((node) => isCodeBlock(node, text)).length,
  }
}

/** Code without a closing fence is a slip, and indented text mostly one of the list above it. */
function isCodeBlock(node: Nodes, text: string): boolean {
  return node.type === 'code' && fenceOf(text.slice(...rangeOf(node)))?.isClosed === true
}
