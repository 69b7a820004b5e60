import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../../package.json' with { type: 'json' }
import { serve } from '../../lsp/server.js'
import type { Host } from '../../lsp/session.js'
import { TransportError } from '../../lsp/transport.js'
import { type ExitCode, type Io, UsageError } from '../process/io.js'

/**
 * Runs the language server on standard input and output.
 * @throws UsageError if no client speaks the protocol there
 */
export async function lsp(io: Io): Promise<ExitCode> {
  const { stdin: input } = io
  if (!input || input.isTTY)
    throw new UsageError('the language server talks to an editor on standard input and output: let the editor start it')
  try {
    const { version } = manifest
    return await serve({ input, output: io.stdout, version, loadHost: () => hostFor(io) })
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    throw new UsageError(`unexpected input: ${error.message}; expected the messages of an editor`)
  }
}

async function hostFor(io: Io): Promise<Host> {
  const [{ settingsFor }, { failureLine }, { loadParser, parserChoice }, { nearOnDisk }, { registriesFor }] =
    await Promise.all([
      import('../run/settings.js'),
      import('../process/failure.js'),
      import('../run/parsers.js'),
      import('../run/collect-texts.js'),
      import('../run/registries.js'),
    ])
  const { digestOf } = await import('../../events/digest.js')
  const cwd = io.cwd()
  const parse = await loadParser(parserChoice(undefined, io))
  return {
    parse,
    near(report, settings) {
      const near = [...nearOnDisk([{ report, settings, parse }], cwd)]
      const folders = new Set([report.path, ...near.map(({ absolute }) => absolute)].map((path) => dirname(path)))
      return {
        digests: near.map((other) => digestOf(other.report, settings.schema)),
        registry: registriesFor(folders, cwd).flatMap(({ events }) => events),
      }
    },
    settings: () => settingsFor({}, cwd),
    explain(error, uri) {
      return (
        failureLine(error, cwd) ?? `${fileURLToPath(uri)}: it could not be understood (${(error as Error).message})`
      )
    },
  }
}
