import { builtInSchemas, DEFAULT_SCHEMA } from '../schema/load.js'
import { SETTINGS } from './config.js'
import { DEFAULT_WEIGHTS } from './weights.js'

/** What an editor shows of a rule. */
export interface RuleNote {
  readonly id: string
  /** The first sentence of its documentation. */
  readonly reports: string
}

/** The JSON Schema (draft 7, which editors read) of a configuration: it accepts what `parseConfig` accepts. */
export function configJsonSchema(rules: readonly RuleNote[]): object {
  const settings = {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      rules.map(({ id, reports }) => [id, { $ref: '#/definitions/setting', description: reports }]),
    ),
    additionalProperties: false,
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of reportlint',
    type: ['object', 'null'],
    properties: {
      $schema: { type: ['string', 'null'], description: 'The address of this schema.' },
      root: {
        type: ['boolean', 'null'],
        default: false,
        description: 'Whether to ignore the configurations in the folders above.',
      },
      schema: {
        anyOf: [
          { enum: [...Object.keys(builtInSchemas), null] },
          { type: 'string', pattern: '\\.([yY][aA]?[mM][lL]|[jJ][sS][oO][nN])$' },
        ],
        default: DEFAULT_SCHEMA,
        description: 'A built-in schema, or the path of your own from this file.',
      },
      rules: { ...settings, description: 'The severity of each rule; a rule that is not named keeps its default.' },
      include: {
        $ref: '#/definitions/globs',
        description: 'Globs as in .gitignore: the files in folders that are checked.',
      },
      exclude: {
        $ref: '#/definitions/globs',
        description: 'Globs as in .gitignore: the files in folders that are skipped.',
      },
      glossary: { $ref: '#/definitions/texts', description: 'Names and terms as they are spelled.' },
      overrides: {
        type: ['array', 'null'],
        description: 'Other settings for some of the files; the last one that names a file wins.',
        items: {
          type: 'object',
          properties: {
            files: { ...listOf(['string'], GLOB), description: 'Globs as in .gitignore, from this file’s folder.' },
            rules: settings,
          },
          required: ['files'],
          additionalProperties: false,
        },
      },
      score: {
        type: ['object', 'null'],
        description: 'How many points a finding takes off a score of 100: by its rule, else by its severity.',
        properties: {
          error: { $ref: '#/definitions/points', default: DEFAULT_WEIGHTS.error },
          warning: { $ref: '#/definitions/points', default: DEFAULT_WEIGHTS.warning },
          ...Object.fromEntries(rules.map(({ id }) => [id, { $ref: '#/definitions/points' }])),
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
    definitions: {
      texts: listOf(['string', 'null']),
      globs: listOf(['string', 'null'], GLOB),
      setting: {
        description: 'off, warning or error',
        anyOf: [
          { $ref: '#/definitions/severity' },
          {
            type: 'array',
            items: [{ $ref: '#/definitions/severity' }, { type: ['object', 'null'], maxProperties: 0 }],
            additionalItems: false,
            minItems: 1,
          },
        ],
      },
      points: { type: 'number', minimum: 0, maximum: 100 },
      severity: { enum: SETTINGS },
    },
  }
}

/** Refuses globs that match nothing: empty ones, paths that begin with dots, braces, a backslash between folders. */
const GLOB = {
  not: { type: 'string', pattern: '^\\s*!?(\\.{0,2}/*\\s*$|\\.{1,2}/)|\\{[^{}]*,[^{}]*\\}|\\\\[A-Za-z0-9]' },
}

/** A list of strings; a single one need not be in a list. @param item further keywords for each string */
function listOf(alone: readonly string[], item = {}): object {
  return {
    anyOf: [
      { type: alone, ...item },
      { type: 'array', items: { type: 'string', ...item } },
    ],
  }
}
