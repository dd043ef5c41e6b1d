import { join } from 'node:path';
import { buildProduct } from './build.mjs';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { run } from './run.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const USAGE = `Usage: npx holdout admin <command> [options]

  admin create           make an organization and its first administrator
  admin invite           make an invitation link
  admin database-roles   print the SQL that makes the grader's login on a database of your own
  admin help             all admin commands and their options

It works on the database of this checkout (HOLDOUT_HOME), running or not, or on DATABASE_URL.
`;

const [area, ...rest] = process.argv.slice(2);

await command(async () => {
  if (area !== 'admin' || rest.length === 0) {
    const asked = area === 'help' || area === '--help';
    (asked ? process.stdout : process.stderr).write(USAGE);
    return asked ? 0 : 2;
  }
  await installDependencies();
  await buildProduct();
  const launcher = [join(workspace, 'dist/launcher/main.mjs'), 'admin', ...rest];
  const { code } = await run(productNode(), launcher, { cwd: workspace, env: productEnvironment(), channel: true });
  return code;
});
