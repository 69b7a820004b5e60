import { isMap, isNode, isSeq } from 'yaml'
import { changed, type Edited, refused, SAME } from './edited.js'
import { addBelow, columnOf, documentOf, entryOf, isBlock } from './yaml-block.js'

/**
 * Adds the hook to a `.pre-commit-config.yaml`. It is installed from the registry, which needs no build.
 * @param version of this program
 */
export function addToPreCommit(text: string, version: string): Edited {
  const repos = entryOf(documentOf(text)?.contents, 'repos')?.value
  const block = [
    '- repo: local',
    '  hooks:',
    '    - id: reportlint',
    '      name: reportlint',
    '      entry: reportlint check --reports-only',
    '      language: node',
    `      additional_dependencies: ['reportlint@${version}']`,
    '      types: [markdown]',
    '      require_serial: true',
  ]
  const last = isSeq(repos) ? repos.items.at(-1) : undefined
  if (!isSeq(repos) || !isBlock(repos) || !isNode(last))
    return refused('its list of repos has no entry to add this after', block)
  const isThere = repos.items.some((repo) => {
    const hooks = entryOf(repo, 'hooks')?.value
    return isSeq(hooks) && hooks.items.some((hook) => isMap(hook) && hook.get('id') === 'reportlint')
  })
  if (isThere) return SAME
  return changed(addBelow(text, last, columnOf(text, last), block))
}
