import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/benchmarks.md';

const HEAD = `# Benchmarks

What each benchmark printed when it was last kept: \`npm run bench -- --keep\` keeps all, with a name one of them. Each ratio
compares two things that were measured in turns in one run; the load on the machine moves both. Load, API, database and
grader share the cores.
`;

const MEANINGS = `## What the names mean

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

/** The parts of the page by benchmark, as they were kept. */
function keptParts() {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  return new Map([...text.matchAll(/^## `([\w-]+)`\n[^]*?(?=^## )/gm)].map(([part, name]) => [name, part.trim()]));
}

/** Puts what benchmarks printed in the place of what they printed before; `runs` has name, output and conditions. */
export function keep(runs) {
  const parts = keptParts();
  for (const { name, output, conditions } of runs) {
    parts.set(name, `## \`${name}\`\n\n${conditions}\n\n\`\`\`\n${output.trim()}\n\`\`\``);
  }
  const sorted = [...parts].sort(([a], [b]) => a.localeCompare(b)).map(([, part]) => part);
  writeFileSync(PAGE, [HEAD.trim(), ...sorted, MEANINGS].join('\n\n'));
}
