import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const head = (kind: string, title: string): string => `format: 1
title: ${title}
kind: ${kind}
skills: [example.kinds]
level: 2
minutes: 5
licence: CC-BY-4.0
`;

const TEXT = (statement: string): string => `${statement}

# Hint

A hint of the author.

# Explanation

The explanation that comes afterwards.
`;

const DEPTHS = [1, 2, 3, 4, 6, 8, 12];
const TRAIN = [64.4, 57.1, 52.9, 47.0, 34.2, 20.8, 4.7];
const HELD_OUT = [69.2, 62.3, 62.9, 64.1, 70.4, 76.0, 81.1];

const CHART = {
  mark: { type: 'line', point: true },
  encoding: {
    x: { field: 'depth', type: 'quantitative', title: 'Tree depth' },
    y: { field: 'error', type: 'quantitative', title: 'Mean error' },
    color: { field: 'rows', type: 'nominal' },
  },
  data: {
    values: DEPTHS.flatMap((depth, index) => [
      { depth, error: TRAIN[index], rows: 'training' },
      { depth, error: HELD_OUT[index], rows: 'held out' },
    ]),
  },
};

const PLOT = `alt: Error against tree depth 1 to 12. Training falls from 64 to 5. Held-out is lowest at 2 and 3, then rises to 81.
parts:
  - id: ship
    type: point
    ask: Pick the depth that you would ship.
    points: 2
    accept: { depth: [2, 3] }
    partial: [{ at: { depth: [4] }, score: 0.5, why: It loses little to a simpler tree. }]
    wrong: [{ at: { depth: [12] }, misconception: training-error-is-quality }]
    why: Depths 2 and 3 differ by less than fold-to-fold noise.
  - id: gap
    type: choice
    ask: At depth 12 the gap is 76. What does it show?
    options:
      - { id: memorises, key: true, text: The tree memorises training rows., why: Its training error is near zero. }
      - { id: too-simple, misconception: gap-is-bias, text: The tree is too simple., why: Both errors would be high. }
      - { id: leak, misconception: gap-is-bias, text: Held-out rows leaked., why: A leak would make held-out error low. }
`;

const ORDERING = `steps:
  log: Compare answers offline and in the serving path
  shadow: Score live traffic without showing anything
  canary: Serve 2 % of users
  full: Serve everyone
  tune: Re-tune the threshold on the comparison's own data
before:
  - [log, shadow]
  - { steps: [shadow, canary], why: A crash in shadow affects no user., misconception: offline-is-enough }
  - [canary, full]
leaveOut:
  tune: { why: Data that chooses a threshold cannot judge it., misconception: tune-on-test }
accepted: [[log, shadow, canary, full]]
`;

const READING = `language: python
code: code.py
context: Rows are hours in time order.
parts:
  - id: leak
    type: line
    ask: Which line first uses what serving would not have?
    accept: [1]
    partial: [{ lines: [2], score: 0.5, why: It comes right after the line that leaks. }]
    wrong: [{ lines: [4], misconception: split-is-the-leak }]
    why: Mean and spread are taken over later hours too.
  - id: held
    type: line
    pick: all
    ask: Mark every line that touches held-out rows.
    accept: [1, 2, 4]
    why: Line 3 alone sees training rows only.
  - id: effect
    type: choice
    choose: many
    ask: What may happen to the printed score?
    options:
      - { id: falls, key: true, text: It may fall., why: The mean of later hours is another. }
      - { id: rises, key: true, text: It may rise., why: The future helps. }
      - { id: same, misconception: scaling-harmless, text: It cannot change., why: The penalty depends on scale. }
`;

const CODE = `X = StandardScaler().fit_transform(df[cols])
X_tr, X_te, y_tr, y_te = train_test_split(X, df.y, shuffle=False)
m = Ridge(alpha=3.0).fit(X_tr, y_tr)
print(m.score(X_te, y_te))
`;

const SHORT_TEXT = `maxLength: 60
accept: ['[the ]average precision[ score]', AP]
partial: [{ text: ['[the ]area under the {PR|precision-recall} curve'], score: 0.5, why: The trapezoid overstates it. }]
wrong: [{ text: ['{ROC AUC|AUC}'], misconception: auc-for-rare-events, why: It hides how few alarms are right. }]
`;

const RUBRIC = `rubric:
  - { id: triage, CRITERION1title: Order of search, weight: 3, levels: [The model comes first., One check upstream., Volume and schema and freshness come first.] }
  - { id: telling, CRITERION2title: Communication, weight: 1, levels: [No one is informed., The team is informed., The team learns what is known and what is not.] }
redFlags: [{ text: Retrains on unlabelled recent data., misconception: retrain-fixes-all }]
samples:
  strong: { file: samples/strong.md, levels: { triage: 2, telling: 2 } }
  middling: { file: samples/middling.md, levels: { triage: 1, telling: 1 } }
  weak: { file: samples/weak.md, levels: { triage: 0, telling: 1 } }
`;

const SCENARIO = `words: { min: 5, max: 40 }
followUps:
  - { id: null-feature, ask: A feature is null since Sunday. What now?, words: { max: 20 } }
  - { id: sooner, ask: How would you have known five minutes later?, words: { max: 20 } }
${RUBRIC.replace(/CRITERION\d/g, '')}`;

const DESIGN = `blocks:
  - { id: label, title: Unit and label, ask: What is one row?, words: { max: 30 } }
  - { id: data, title: Data, ask: What is there? }
numbers:
  - id: readings
    block: data
    ask: Readings stored per day
    answer: 6912000
    relTol: 0.01
    points: 2
    why: 400 turbines, 12 channels and 1440 minutes.
    wrong: [{ value: 4800, misconception: training-error-is-quality }]
probes: [Repairs that your alarms cause remove the failures. What then?]
${RUBRIC.replace('CRITERION1', 'block: label, ').replace('CRITERION2', 'block: data, ')}`;

const SAMPLES = {
  'samples/strong.md': 'Look at volume and schema first, and report what is known.',
  'samples/middling.md': 'Check one thing upstream, then inform the team.',
  'samples/weak.md': 'Retrain the model and inform the team.',
};

const MISCONCEPTIONS = [
  'training-error-is-quality',
  'gap-is-bias',
  'offline-is-enough',
  'tune-on-test',
  'split-is-the-leak',
  'scaling-harmless',
  'auc-for-rare-events',
  'retrain-fixes-all',
];

type Files = Readonly<Record<string, string>>;

const question = (name: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`questions/${name}/${file}`, text]));

const of = (kind: string, title: string, yaml: string, more: Files = {}): Files =>
  question(`${kind}.example`, {
    'question.yaml': head(kind, title) + yaml,
    'question.md': TEXT(`What is asked in the ${kind}.`),
    ...more,
  });

/** A bank with one small question of each kind that needs no sandbox: text by path from its top. */
export const EXAMPLE_BANK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'bank.yaml': 'id: example\nname: Examples\norganization: null\nuse: practice\nlicence: CC-BY-4.0\n',
    'taxonomy.yaml':
      'version: 1\ndomains:\n  - id: example\n    name: Examples\n    skills:\n      - { id: example.kinds, name: Kinds, kinds: [plot], topics: [depth] }\n',
    'misconceptions.yaml': MISCONCEPTIONS.map(
      (id) => `${id}: What a person believes who is wrong in this way, ${id}.\n`,
    ).join(''),
    ...of('plot', 'Tree depth and two error lines', PLOT, { 'plot.json': JSON.stringify(CHART) }),
    ...of('ordering', 'Safe release of a model', ORDERING),
    ...of('reading', 'Scaled before the split', READING, { 'code.py': CODE }),
    ...of('text', 'A metric for rare events', SHORT_TEXT),
    ...of('scenario', 'Alerts fell overnight', SCENARIO, SAMPLES),
    ...of('design', 'Gearbox failures', DESIGN, SAMPLES),
  }),
);

/** Writes a bank into a temporary directory; `drop` removes it. */
export async function writeBank(
  files: ReadonlyMap<string, string>,
): Promise<{ directory: string; drop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'holdout-bank-'));
  for (const [path, text] of files) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { directory, drop: () => rm(directory, { recursive: true }) };
}
