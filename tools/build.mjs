import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const ENTRIES = { api: ['main', 'admin'], cli: ['main'], grader: ['main'], launcher: ['main'] };

async function buildForNode(app) {
  const out = `dist/${app}`;
  const entries = ENTRIES[app]
    .map((name) => [name, `apps/${app}/src/${name}.ts`])
    .filter(([, path]) => existsSync(path));
  if (entries.length === 0) return;
  rmSync(out, { recursive: true, force: true });
  await bundle(Object.fromEntries(entries), { tsconfig: `apps/${app}/tsconfig.json`, out });
  if (app === 'api' && existsSync('apps/api/schema.graphql'))
    copyFileSync('apps/api/schema.graphql', `${out}/schema.graphql`);
}

function buildForBrowser() {
  if (!existsSync('apps/web/index.html')) return;
  // A production build also in tests: with another NODE_ENV the much larger development build of React is bundled.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync('vite', ['build', 'apps/web', '--logLevel', 'warn'], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
  const manifest = 'apps/web/src/generated/operations.json';
  if (existsSync(manifest)) copyFileSync(manifest, 'dist/web/operations.json');
}

const app = process.argv[2];
if (app === 'web') buildForBrowser();
else await buildForNode(app);
