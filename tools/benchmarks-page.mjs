import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/benchmarks.md';

const HEAD = `# Benchmarks

The output of each benchmark when it was last stored: \`npm run bench -- --keep\` stores all of them, a name stores one. Each
ratio compares two things measured alternately in one run, so that the load of the machine affects both. Load generator, API,
database and grader share the cores.
`;

const MEANINGS = `## Metrics

- \`submit-vs-raw\`: time from the submitCode mutation to the verdict at the client, divided by the time of a cold Python that
  makes the same calls without a sandbox. At most 0.5.
- \`save-vs-raw\`: answers saved per second through GraphQL, divided by the rate of the same statements from a bare route. At
  least 0.5.
- \`page-weight\`: JavaScript loaded before the editor, gzipped, divided by 250 kB. At most 1.
- \`latency-*\`: time from a job to its verdict through \`grade()\` and a real sandbox with all limits, without the database,
  divided by the time of a cold interpreter that does the same work on the same input. At most 0.40 for a sum, 0.07 for a
  group-by of 10,000 rows in pandas, 0.05 for a logistic regression in scikit-learn, 0.15 for a linear model in R.
- \`throughput-*\`: the same jobs graded per second on two workers, divided by the rate of cold interpreters, two at a time. At
  least 2.5 for the sum, 14 for the two others.
- \`latency-sql\`: time of a query on 10,000 rows of an existing database, divided by the time of the query alone on an open
  connection to the same server. At most 3.
- \`idle-memory\`: memory of the Python data profile before its first job, divided by 200 MB plus 4 MB per parked box. At most 1.
- \`bank-load-cold\`, \`bank-load-unchanged\`: seconds to load 1,000 question folders into an empty database, divided by 10, and
  to load them again unchanged, divided by 1. At most 1.
- \`bank-draw\`: CPU time of the api to draw 40 items out of 500 stored variants each, divided by 20 ms. At most 1.
- \`bank-search-p95\`: p95 of a catalogue search over 10,000 questions, divided by 50 ms. At most 1.
- \`attempts\`: 10,000 open attempts, 1,000 sockets that listen for news. \`saves-vs-pgbench\`: the largest rate of saves through the
  API, divided by that of pgbench (Debian: postgresql-15) with the same three statements, prepared, over as many connections as
  the API has, alternately. At least 0.25; not measured where pgbench is missing. \`attempts-saves-offered\`: saves a second
  while 1,000 a second are offered, divided by 500. At least 1. \`attempts-open-item-p95\`: p95 of opening an item under 1,000
  saves a second, or 0.7 of the largest rate where that is less, divided by 100 ms. At most 1. Latencies count from the moment
  at which a save was due.
- \`fairness\`: p95 of the time from submitCode to the verdict of an honest guest, while six guests of another network have
  sent 24 programs that sleep until their limit, divided by the same before they sent any. At most 3.
- \`start-second\`: seconds from \`npm start\` to ready with existing data, divided by 10. At most 1.
`;

/** The stored sections of the page, by benchmark. */
function keptParts() {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  return new Map([...text.matchAll(/^## `([\w-]+)`\n[^]*?(?=^## )/gm)].map(([part, name]) => [name, part.trim()]));
}

/** Replaces the stored output of benchmarks; `runs` has name, output and conditions. */
export function keep(runs) {
  const parts = keptParts();
  for (const { name, output, conditions } of runs) {
    parts.set(name, `## \`${name}\`\n\n${conditions}\n\n\`\`\`\n${output.trim()}\n\`\`\``);
  }
  const sorted = [...parts].sort(([a], [b]) => a.localeCompare(b)).map(([, part]) => part);
  writeFileSync(PAGE, [HEAD.trim(), ...sorted, MEANINGS].join('\n\n'));
}
