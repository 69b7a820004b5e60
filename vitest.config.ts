import { defineConfig } from 'vitest/config'
import { pageParts } from './bundling/page-parts.js'
import { textModules } from './bundling/text-modules.js'

export default defineConfig({
  plugins: [textModules, pageParts],
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    setupFiles: ['test/setup.ts'],
  },
})
