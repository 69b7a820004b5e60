import { defineConfig } from 'vitest/config'
import { pageParts } from './build/page-parts.js'
import { textModules } from './build/text-modules.js'

export default defineConfig({
  plugins: [textModules, pageParts],
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    setupFiles: ['test/setup.ts'],
  },
})
