/**
 * Starts one PostgreSQL server for the whole run, in which each test file clones its own database.
 *
 * Jest does not apply its module mapping to a global setup, so the code is bundled first.
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
