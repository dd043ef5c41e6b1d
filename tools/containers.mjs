import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findCompose, findEngine, output } from './containers/engine.mjs';
import { runOptions } from './containers/run-options.mjs';
import { QUESTIONS, SiteGuest } from './containers/site.mjs';
import { freePort } from './scratch-product.mjs';

/**
 * `npm run test:containers`: builds the image, runs `doctor` in it with the grader's options, then starts
 * docker-compose.yml and grades a question in each language. Needs Docker or Podman with Compose.
 *
 * NODE_IMAGE and POSTGRES_IMAGE replace the base images; CONTAINER_BUILD_OPTIONS are further options of the build.
 */
const IMAGE = 'holdout';
const MAX_BYTES = 2e9;
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const engine = findEngine();
const compose = findCompose();

async function step(title, work) {
  const began = Date.now();
  const found = await work();
  process.stdout.write(`✓ ${title}: ${((Date.now() - began) / 1000).toFixed(1)} s${found ? `; ${found}` : ''}\n`);
}

function build() {
  const base = process.env.NODE_IMAGE ? ['--build-arg', `NODE_IMAGE=${process.env.NODE_IMAGE}`] : [];
  const more = (process.env.CONTAINER_BUILD_OPTIONS ?? '').split(' ').filter(Boolean);
  return output([...engine, 'build', ...base, ...more, '--tag', IMAGE, '.'], { seconds: 3600 }).then(() => null);
}

const inImage = (options, command, seconds) =>
  output([...engine, 'run', '--rm', ...options, IMAGE, ...command], { seconds });

function must(condition, message) {
  if (!condition) throw new Error(message);
}

async function inspectImage() {
  const bytes = Number(await output([...engine, 'image', 'inspect', '--format', '{{.Size}}', IMAGE]));
  must(bytes < MAX_BYTES, `The image has ${bytes} bytes; at most ${MAX_BYTES} are allowed`);
  const find =
    'find / -xdev -type f -name node -size +1M; ls node_modules | grep -xE "nx|jest|typescript|vite|eslint"; id -un';
  const [node, user, ...further] = (await inImage([], ['sh', '-c', find], 120)).trim().split('\n');
  must(
    node.endsWith('/bin/node') && user === 'node' && further.length === 0,
    `In the image: ${[node, user, ...further]}`,
  );
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

const DOCTOR = ['node', 'dist/cli/main.mjs', 'doctor', '--json'];

async function doctorAsGrader() {
  const { usable, profiles } = JSON.parse(await inImage(runOptions(services.grader), DOCTOR, 300));
  must(usable, `The grader's options do not suffice: ${JSON.stringify(profiles, null, 2)}`);
  return profiles.map(({ profile }) => profile).join(', ');
}

/** It must end and say why: the reason is a missing capability, so nothing is usable. */
async function doctorAsRoot() {
  const options = runOptions({ ...services.grader, user: 'root' });
  const failure = await inImage(options, DOCTOR, 300).then(
    () => null,
    (error) => error.message,
  );
  must(failure?.includes('exit code 1') && failure.includes('EPERM'), `As root without capabilities: ${failure}`);
}

function composeIn(env) {
  const project = ['--project-name', 'holdout-test'];
  return (args, options) => output([...compose, ...project, ...args], { env, ...options });
}

async function gradeEach(guest) {
  for (const question of QUESTIONS) {
    await step(`${question.language}, ${question.slug}`, async () => {
      const { verdict, earned, possible } = await guest.grade(question);
      must(verdict.kind === 'PASSED', `${question.slug}: ${JSON.stringify(verdict)}`);
      return `${earned} of ${possible} points`;
    });
  }
}

async function composed() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const word = () => randomBytes(24).toString('hex');
  const secrets = { OWNER_PASSWORD: word(), GRADER_PASSWORD: word(), HOLDOUT_SECRET: word() };
  const env = { ...process.env, ...secrets, PORT: String(port), PUBLIC_URL: url };
  const run = composeIn(env);
  try {
    const operations = JSON.parse(await inImage([], ['cat', 'dist/web/operations.json']));
    const guest = new SiteGuest(url, operations);
    await step('compose up', () => run(['up', '-d'], { seconds: 900 }).then(() => guest.ready()));
    await gradeEach(guest);
    await step('the database owner is not a superuser', async () => {
      const query = "select string_agg(rolname, ' ') from pg_roles where rolsuper";
      const psql = ['psql', '-U', 'postgres', '-d', 'holdout', '-Atc', query];
      const names = (await run(['exec', '-T', 'postgres', ...psql])).trim();
      must(names === 'postgres', `Superusers: ${names}`);
    });
  } catch (failure) {
    process.stderr.write(await run(['logs', '--tail=40']).catch(String));
    throw failure;
  } finally {
    await run(['down', '--volumes'], { seconds: 120 });
  }
}

try {
  await step('image built', build);
  await step('image inspected', inspectImage);
  await step('doctor with the options of the grader', doctorAsGrader);
  await step('doctor as root without capabilities', doctorAsRoot);
  await composed();
} catch (failure) {
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
}
