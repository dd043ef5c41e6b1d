/**
 * One PostgreSQL for the whole run; each test file clones a database of its own out of it.
 *
 * Jest's module mapping does not reach a global setup, hence the bundle.
 */
module.exports = async () => {
  const { bundle } = await import('../bundle.mjs');
  await bundle(
    { postgres: 'libs/testing/src/postgres.ts' },
    { tsconfig: 'libs/testing/tsconfig.json', out: 'dist/testing' },
  );
  const { startScratchPostgres } = await import('../../dist/testing/postgres.mjs');
  globalThis.scratchPostgres = await startScratchPostgres();
  process.env.TEST_DATABASE_URL = globalThis.scratchPostgres.url;
};
