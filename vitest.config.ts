import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// graphql has an ESM and a CommonJS build; instances of the two are strangers to each other, so tests pin one.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['{gateway,subgraphs,schema,tests}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    globalSetup: ['tests/kit/postgres.global-setup.ts'],
  },
});
