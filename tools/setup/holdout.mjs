import { join } from 'node:path';
import { buildCli, buildProduct } from './build.mjs';
import { command } from './command.mjs';
import { helpFor } from './help.mjs';
import { installDependencies } from './install.mjs';
import { preview } from './preview.mjs';
import { run } from './run.mjs';
import { sayOnStandardError } from './say.mjs';
import { productEnvironment, productNode, workspace } from './workspace.mjs';

const [area, ...rest] = process.argv.slice(2);

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
  await buildCli();
  return runBuilt(...rest);
}

async function runBuilt(...words) {
  const program = ['--enable-source-maps', join(workspace, 'dist/cli/main.mjs'), area, ...words];
  const { code } = await run(productNode(), program, { env: productEnvironment() });
  return code;
}

const isPreview = () => area === 'question' && rest[0] === 'preview';

/** Prints the help: to stdout if it was asked for, to stderr if the command line has no command to run. */
function print({ code, text }) {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}

await command(
  () => {
    const help = helpFor(process.argv.slice(2));
    if (help !== null) return print(help);
    return area === 'admin' ? administer() : runCli();
  },
  area === 'doctor' || area === 'admin' ? 1 : 2,
);
