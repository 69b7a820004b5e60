import { parse } from 'yaml'

/**
 * Lets code import a Markdown or YAML file as a string, so that rule docs and schemas are files of their own and still
 * part of the one bundle. Of a YAML file, `data` is what it says, read here once instead of at every start; V8 reads it sooner as
 * JSON than as code. The build and the tests share this plugin.
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
