import { createHash } from 'node:crypto';
import type { BankIssue, ModelBundle } from '../../index';
import { readBank } from '../../index';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const FOLDER = 'questions/model.review-queue';

const MODEL = `format: 1
title: Review queue
kind: model
skills: [eval.metrics]
level: 3
minutes: 30
licence: CC-BY-4.0
languages:
  python:
    entry: predict
    starter: starter.py
    solution: solution/main.py
    limits: {cpuSeconds: 4, memoryMb: 256}
    mutants:
      - {file: mutants/a.py, misconception: accuracy-is-quality, by: metric}
      - {file: mutants/b.py, misconception: accuracy-is-quality, by: metric}
      - {file: mutants/c.py, misconception: accuracy-is-quality, by: metric}
      - {file: mutants/d.py, misconception: accuracy-is-quality, by: metric}
data: {make: data/make.py}
baseline: baseline.py
metric: {name: recall_at_capacity, capacity: 200, by: day, pass: 0.6, stretch: 0.7, resample: "group:day"}
guards:
  - {title: Small shops held back, name: false_positive_rate, threshold: 0.5, slice: small shops, limit: 0.1}
`;

function read(from: string, to: string) {
  const sources = [
    'starter',
    'baseline',
    'solution/main',
    'data/make',
    ...['a', 'b', 'c', 'd'].map((m) => `mutants/${m}`),
  ];
  const files: Readonly<Record<string, string>> = {
    'bank.yaml': 'id: public\nname: Public bank\norganization: null\nuse: practice\nlicence: CC-BY-4.0\n',
    'taxonomy.yaml':
      'version: 1\ndomains:\n  - id: eval\n    name: Evaluation\n    skills:\n      - {id: eval.metrics, name: Metrics, kinds: [], topics: []}\n',
    'misconceptions.yaml': 'accuracy-is-quality: A high share of right answers means a good model.\n',
    [`${FOLDER}/question.yaml`]: MODEL.replace(from, to),
    [`${FOLDER}/question.md`]: 'State it.\n\n# Explanation\nBecause.\n',
    ...Object.fromEntries(sources.map((name) => [`${FOLDER}/${name}.py`, `# ${name}\n`])),
  };
  return readBank(new Map(Object.entries(files)), { sha256 });
}

test('pass line and guards are in the candidate part, the baseline is not', () => {
  const { questions, issues } = read('', '');
  expect(issues).toEqual([]);
  const { candidate, secret } = questions[0]?.bundle as ModelBundle;
  expect(candidate.metric).toMatchObject({ name: 'recall_at_capacity', capacity: 200, by: 'day' });
  expect(candidate.guards).toEqual([
    { title: 'Small shops held back', name: 'false_positive_rate', threshold: 0.5, slice: 'small shops', limit: 0.1 },
  ]);
  expect(candidate.runs).toBeUndefined();
  expect(secret.baseline).toEqual({ path: 'baseline.py', text: '# baseline\n' });
  expect(JSON.stringify(candidate)).not.toContain('# baseline');
});

test('three seeds are stored with the allowed spread of their runs', () => {
  const { questions } = read('baseline: baseline.py', 'baseline: baseline.py\nseeds: 3\nmaxSpread: 0.02');
  expect((questions[0]?.bundle as ModelBundle).candidate.runs).toEqual({ count: 3, maxSpread: 0.02 });
});

test.each<[string, string, string, number, RegExp]>([
  ['a missing baseline', 'baseline: baseline.py\n', '', 1, /"baseline" is missing; add it/],
  [
    'a baseline whose file is missing',
    'baseline: baseline.py',
    'baseline: other.py',
    20,
    /other.py is not in the folder/,
  ],
  ['a metric without its parameter', 'capacity: 200, ', '', 21, /recall_at_capacity needs "capacity"; add it/],
  [
    'a metric with a parameter of another metric',
    'capacity: 200, ',
    'capacity: 200, k: 3, ',
    21,
    /has no "k"; remove it/,
  ],
  ['a guard without its parameter', 'threshold: 0.5, ', '', 23, /false_positive_rate needs "threshold"/],
  [
    'lists resampled by row',
    MODEL.slice(MODEL.indexOf('metric: {name'), MODEL.indexOf('guards:')),
    'metric: {name: ndcg, k: 5, by: query, pass: 0.6, stretch: 0.7, resample: rows}\n',
    21,
    /write group:query/,
  ],
  ['a stretch line easier than the pass line', 'stretch: 0.7', 'stretch: 0.5', 21, /easier than the pass line/],
  ['a quantile of 1', 'recall_at_capacity, capacity: 200, by: day', 'pinball, quantile: 1', 21, /quantile/],
  ['three seeds without a limit', 'baseline: baseline.py', 'baseline: baseline.py\nseeds: 3', 21, /"maxSpread"/],
  ['a limit with one seed', 'baseline: baseline.py', 'baseline: baseline.py\nmaxSpread: 1', 21, /write seeds: 3/],
  ['two seeds', 'baseline: baseline.py', 'baseline: baseline.py\nseeds: 2', 21, /"seeds"/],
])('%s is reported with its line', (_name, ...[from, to, line, message]) => {
  const issues: readonly BankIssue[] = read(from, to).issues.filter((issue) => message.test(issue.message));
  expect(issues.map((issue) => [issue.file, issue.line])).toContainEqual([`${FOLDER}/question.yaml`, line]);
});
