import { spawn } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { basename } from 'node:path';

/**
 * Measurements side by side, one `ratio NAME VALUE` line each: `npm run bench -- save-vs-raw` runs one. A run of all
 * with `--keep` becomes docs/benchmarks.md.
 */
const [keeps, wanted] = [process.argv.includes('--keep'), process.argv.slice(2).filter((word) => word !== '--keep')];
const named = (file) => basename(file).replace('.bench.mjs', '');
const files = globSync('bench/*.bench.mjs')
  .filter((file) => wanted.length === 0 || wanted.includes(named(file)))
  .sort();

function run(file) {
  return new Promise((resolve) => {
    const child = spawn('node', [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
      process.stdout.write(part);
    });
    child.once('exit', (code) => resolve({ code, output }));
  });
}

const machine = () => {
  const processors = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
  return `${processors.length} cores (${processors[0].model.trim()}), ${memory}, Linux ${release().split('-', 1)[0]}, Node ${process.version}`;
};

const page = (outputs, load) => `# Benchmarks

What \`npm run bench -- --keep\` printed last, on ${new Date().toISOString().slice(0, 10)}. Each ratio compares two things that
were measured in turns in one run; the load on the machine moves both. Load, API, database and grader share the cores.

Machine: ${machine()}. Load average as the run began: ${load.toFixed(1)}.

\`\`\`
${outputs.join('').trim()}
\`\`\`

- \`submit-vs-raw\`: from the submitCode mutation to the verdict at the client, over a cold Python that makes the same calls
  without a sandbox. At most 0.5.
- \`save-vs-raw\`: answers saved per second through GraphQL, over the same statements from a bare route. At least 0.5.
- \`page-weight\`: JavaScript before the editor, gzipped, over 250 kB. At most 1.
- \`latency-*\`: from a job to its verdict through \`grade()\` and a real sandbox with all limits on, without the database,
  over a cold interpreter that does the same work on the same input. At most 0.40 for a sum, 0.07 for a group-by of
  10,000 rows in pandas, 0.05 for a logistic regression in scikit-learn, 0.15 for a linear model in R.
- \`throughput-*\`: the same jobs graded in a second on two workers, over cold interpreters, two at a time. At least 2.5
  for the sum, 14 for the two others.
- \`latency-sql\`: the same for a query on 10,000 rows that are in place, over the query alone on an open connection to
  the same server. At most 3.
- \`idle-memory\`: the Python data profile before its first job, over 200 MB and 4 MB for each parked box. At most 1.
- \`bank-load-cold\`, \`bank-load-unchanged\`: seconds to load 1,000 question folders into an empty database over 10, and
  again with nothing changed over 1. At most 1.
- \`bank-draw\`: processor time of the api to draw 40 items out of 500 stored variants each, over 20 ms. At most 1.
- \`bank-search-p95\`: 95 in 100 statements of a catalogue search over 10,000 questions end within this, over 50 ms. At most 1.
- \`start-second\`: seconds from \`npm start\` to ready on data that is there, over 10. At most 1.
`;

if (files.length === 0) {
  process.stderr.write(`No benchmark named ${wanted.join(', ')} in bench/.\n`);
  process.exitCode = 2;
}
const outputs = [];
const [load] = loadavg();
for (const file of files) {
  const { code, output } = await run(file);
  outputs.push(output);
  if (code !== 0) process.exitCode = 1;
}
if (keeps && wanted.length === 0) writeFileSync('docs/benchmarks.md', page(outputs, load));
