import { join } from 'node:path';
import { buildProduct, nx } from './build.mjs';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { preview } from './preview.mjs';
import { run } from './run.mjs';
import { sayOnStandardError, step } from './say.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const USAGE = `Usage: npx holdout <command> [options]

  doctor                 which languages this machine can grade, in what isolation, and why not better
  grade                  grade a file: npx holdout grade <question id or folder> <file>; grade --help says more
  question new           make a question: npx holdout question new <kind> <slug>
  question check         whether questions of the bank grade fairly, and what to mend
  question preview       a page with a question as a candidate sees it and its answers, anew at each save
  admin create           make an organization and its first administrator
  admin invite           make an invitation link
  admin database-roles   print the SQL that makes the grader's login on a database of your own
  admin help             all admin commands and their options

admin works on the database of this checkout (HOLDOUT_HOME), running or not, or on DATABASE_URL.
`;

const [area, ...rest] = process.argv.slice(2);

function explain() {
  const asked = area === 'help' || area === '--help';
  (asked ? process.stdout : process.stderr).write(USAGE);
  return asked ? 0 : 2;
}

async function administer() {
  await installDependencies();
  await buildProduct();
  const launcher = [join(workspace, 'dist/launcher/main.mjs'), 'admin', ...rest];
  const { code } = await run(productNode(), launcher, { cwd: workspace, env: productEnvironment(), channel: true });
  return code;
}

/** Where the command was typed, since paths start there; its output may be read by a program. */
async function runCli() {
  sayOnStandardError();
  await installDependencies();
  if (isPreview()) return preview(runBuilt, rest);
  await step('Building', () => nx(['run', 'cli:build', '--outputStyle=static']));
  return runBuilt(...rest);
}

async function runBuilt(...words) {
  const program = ['--enable-source-maps', join(workspace, 'dist/cli/main.mjs'), area, ...words];
  const { code } = await run(productNode(), program, { env: productEnvironment() });
  return code;
}

const isPreview = () => area === 'question' && rest[0] === 'preview' && !rest.includes('--help');

await command(
  () => {
    if (['doctor', 'grade', 'question'].includes(area)) return runCli();
    return area === 'admin' && rest.length > 0 ? administer() : explain();
  },
  area === 'doctor' || area === 'admin' ? 1 : 2,
);
