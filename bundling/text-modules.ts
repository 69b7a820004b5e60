import { parse } from 'yaml'

/**
 * Lets code import a Markdown or YAML file as a string, so that rule docs and schemas are files of their own but still part of the
 * bundle. The export `data` of a YAML file is its parsed content, so that it need not be parsed at every start; it is embedded as
 * JSON, which V8 parses faster than code. The build and the tests share this plugin.
 */
export const textModules = {
  name: 'text-modules',
  transform(code: string, id: string) {
    if (!/\.(md|ya?ml)$/.test(id)) return null
    const data = id.endsWith('.md')
      ? ''
      : `\nexport const data = /* @__PURE__ */ JSON.parse(${JSON.stringify(json(code))})`
    return { code: `export default ${JSON.stringify(code)}${data}`, map: null, moduleType: 'js' as const }
  },
}

function json(yaml: string): string {
  return JSON.stringify(parse(yaml, { schema: 'core' }))
}
