import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// graphql has an ESM and a CommonJS build; instances of the two are strangers to each other, so tests pin one.
const graphql = createRequire(import.meta.url).resolve('graphql');

const shared = { testTimeout: 30_000, hookTimeout: 180_000 };

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'parts',
          include: [
            '{gateway,subgraphs,schema}/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{schema-rules,dependencies}/**/*.test.ts',
          ],
          globalSetup: ['tests/kit/postgres.global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'district',
          include: ['tests/{journeys,import,authorisation,faults,live}/**/*.test.ts'],
          globalSetup: [
            'tests/kit/without-quota.global-setup.ts',
            'tests/kit/postgres.global-setup.ts',
            'tests/kit/running-hub.global-setup.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          // Each test starts gateways of its own.
          name: 'processes',
          include: ['tests/processes/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          // The same journeys and subscriptions again, with every department in another process than the hub.
          name: 'apart',
          include: ['tests/journeys/**/*.test.ts', 'tests/live/case-changed.test.ts'],
          exclude: ['tests/journeys/start-up.test.ts'],
          globalSetup: [
            'tests/kit/without-quota.global-setup.ts',
            'tests/kit/postgres.global-setup.ts',
            'tests/kit/hub-apart.global-setup.ts',
          ],
        },
      },
    ],
  },
});
