import type { Nodes } from 'mdast'
import { fenceOf } from '../markdown/fence.js'
import { nodesOf, rangeOf } from '../markdown/mdast.js'
import type { Report } from '../report/report.js'
import { isMissing, saysNothing } from '../report/section-state.js'
import type { Schema } from '../schema/schema.js'
import { type Placed, type Spot, spotOf } from '../text/spot.js'
import { bounded, MAX_ITEMS } from './bounded.js'

/** The structure of a report, with which only its translations are compared. */
export interface Outline {
  /** The sections of the schema, in the order of the text; a merged section is listed once for each id. */
  readonly sections: readonly OutlineSection[]
  /** The ids of required sections that are missing. */
  readonly missing: readonly string[]
  /** The ids of sections that are there but empty. */
  readonly empty: readonly string[]
  /** The number of sections that are not in the schema. */
  readonly unknownSections: number
  /** The number of headings, of every kind and level. */
  readonly headings: number
  readonly pictures: number
  readonly firstPicture: Spot | null
  readonly codeBlocks: number
}

/** `value` is the section's id, `at` the place of its title. */
export interface OutlineSection extends Placed<string> {
  readonly title: string
}

/** @param schema the one that the report was read with */
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

/** Only fenced code that is closed: an unclosed fence is a slip, and indented code is mostly text of the list above it. */
function isCodeBlock(node: Nodes, text: string): boolean {
  return node.type === 'code' && fenceOf(text.slice(...rangeOf(node)))?.isClosed === true
}
