import { join } from 'node:path';
import { buildProduct, nx } from './build.mjs';
import { command } from './command.mjs';
import { installDependencies } from './install.mjs';
import { preview } from './preview.mjs';
import { run } from './run.mjs';
import { sayOnStandardError, step } from './say.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const USAGE = `Usage: npx holdout <command> [options]

  doctor                 report which languages this machine can grade, their isolation and what is missing
  grade                  grade a file: npx holdout grade <question id or folder> <file>; see grade --help
  question new           create a question: npx holdout question new <kind> <slug>
  question check         check whether questions grade fairly, and list what to fix
  question preview       show a question as a candidate sees it, with its answers; reloads on save
  admin create           create an organization and its first administrator
  admin invite           create an invitation link
  admin database-roles   print the SQL that creates the grader's login in an external database
  admin help             list all admin commands and their options

admin uses DATABASE_URL if it is set, otherwise the database in HOLDOUT_HOME; the product need not be running.
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

/** Runs in the current directory, to which paths are relative. Messages go to stderr: a program may read the output. */
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
