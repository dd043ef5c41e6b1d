import { join } from 'node:path';
import { checkAddress } from './address.mjs';
import { buildProduct } from './build.mjs';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { run } from './run.mjs';
import { installSystemPackages, sandboxPackages } from './system-packages.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

/** `npm start`: prepares a fresh clone, then runs the launcher. */
await command(async () => {
  await checkAddress();
  await installDependencies();
  await installSystemPackages(sandboxPackages(), 'Grading');
  await buildProduct();
  const launcher = [join(workspace, 'dist/launcher/main.mjs')];
  const { code } = await run(productNode(), launcher, { cwd: workspace, env: productEnvironment(), channel: true });
  return code;
});
