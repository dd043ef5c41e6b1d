import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { compressAll } from './compress.mjs';
import { buildNodeApp } from './node-app.mjs';

async function buildForBrowser() {
  if (!existsSync('apps/web/index.html')) return;
  // A production build also in tests: with another NODE_ENV the much larger development build of React is bundled.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync('vite', ['build', 'apps/web', '--logLevel', 'warn'], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
  const manifest = 'apps/web/src/generated/operations.json';
  if (existsSync(manifest)) copyFileSync(manifest, 'dist/web/operations.json');
  await compressAll('dist/web');
}

const app = process.argv[2];
if (app === 'web') await buildForBrowser();
else await buildNodeApp(app);
