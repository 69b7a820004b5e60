/** Functions that style text for a terminal. An instance of chalk is one. */
export type Colours = Readonly<Record<'bold' | 'dim' | 'underline' | 'cyan' | 'green' | 'red' | 'yellow', Paint>>

type Paint = (text: string) => string

const asItIs: Paint = (text) => text

/** Leaves text unstyled, for pipes and files. */
export const PLAIN: Colours = {
  bold: asItIs,
  dim: asItIs,
  underline: asItIs,
  cyan: asItIs,
  green: asItIs,
  red: asItIs,
  yellow: asItIs,
}
