import { stringify } from 'yaml'

/** A text as a value of YAML, in double quotes. */
export function quotedYaml(text: string): string {
  return stringify(text, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd()
}
