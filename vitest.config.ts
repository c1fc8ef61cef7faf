import { readFileSync } from 'node:fs'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const { version } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as { version: string }

const config: ViteUserConfig = defineConfig({
  define: {
    __CROSSOFF_VERSION__: JSON.stringify(version),
    __CROSSOFF_BUILD__: JSON.stringify('test'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportOnFailure: true,
      thresholds: { branches: 95 },
    },
  },
})

export default config
