import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const ENTRIES = {
  api: ['main', 'admin', 'bank-reader-thread', 'similarity-thread'],
  cli: ['main'],
  grader: ['main', 'judge-worker'],
  launcher: ['main'],
};

/** What the API hashes together with the files of a bank to see whether it must load them again. */
const FINGERPRINTS = { api: { 'bank-loader.sha256': 'apps/api/src/features/question-bank/bank-loader.ts' } };

/** Bundles one of the Node apps into `dist`. The previous bundle is kept until the new one is complete. */
export async function buildNodeApp(app) {
  const out = `dist/${app}`;
  const entries = ENTRIES[app]
    .map((name) => [name, `apps/${app}/src/${name}.ts`])
    .filter(([, path]) => existsSync(path));
  if (entries.length === 0) return;
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  await bundle(Object.fromEntries(entries), {
    tsconfig: `apps/${app}/tsconfig.json`,
    out: fresh,
    fingerprints: FINGERPRINTS[app],
  });
  if (app === 'api' && existsSync('apps/api/schema.graphql'))
    copyFileSync('apps/api/schema.graphql', `${fresh}/schema.graphql`);
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
}
