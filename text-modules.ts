/**
 * Lets code import a Markdown or YAML file as a string, so that rule docs and schemas are files of their own and still
 * part of the one bundle. The build and the tests share this plugin.
 */
export const textModules = {
  name: 'text-modules',
  transform(code: string, id: string) {
    if (!/\.(md|ya?ml)$/.test(id)) return null
    return { code: `export default ${JSON.stringify(code)}`, map: null, moduleType: 'js' as const }
  },
}
