import { defineConfig } from 'tsdown'
import { textModules } from './text-modules.js'

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  dts: { entry: 'src/index.ts' },
  minify: true,
  plugins: [textModules],
  // Read only when a report holds a word that is not in everybody's vocabulary.
  copy: ['src/source/words.dawg'],
  // Everything is bundled: one file to read at start-up, and nothing to install beside it.
  noExternal: /.*/,
  // Native: where there is a build for the system, it is installed beside.
  external: ['satteri'],
})
