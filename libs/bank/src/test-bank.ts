import type { BankIssue } from './bundle';
import { readBank } from './read-bank';

/** A fake hash: equal only for equal texts, which is all that the tests need. */
export const sha256 = (text: string): string => text;

/** `question.yaml` of the choice question. */
export const CHOICE = `format: 1
title: A rare event
kind: choice
skills: [eval.old-name]
level: 2
minutes: 3
licence: CC-BY-4.0
choose: one
show: 3
options:
  - {id: none-found, key: true, text: It found none., why: Because.}
  - id: it-is-good
    misconception: accuracy-is-quality
    text: It is good.
    why: It is not.
  - {id: more-data, misconception: accuracy-is-quality, text: More data., why: Plenty.}
`;

export const CODE = `format: 1
title: Average precision
kind: code
skills: [eval.metrics]
level: 3
minutes: 20
licence: CC-BY-4.0
datasets: [films]
languages:
  python:
    entry: average_precision
    starter: starter.py
    solution: solution/main.py
    alternatives: [solution/brute.py]
    limits: {cpuSeconds: 4, memoryMb: 256}
    mutants:
      - {file: mutants/a.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/b.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/c.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/d.py, misconception: accuracy-is-quality, fails: [ties], by: time}
cases: {make: cases/make.py}
groups:
  ties: {title: Tied scores, points: 4}
compare: {type: value, relTol: 1.0e-9}
`;

/** The languages of the code question, in SQL instead. */
export const SQL_BLOCK =
  / {2}python:[^]*(?=cases:)/
    .exec(CODE)?.[0]
    .replace('  python:', '  sql:')
    .replace(/ *entry: .*\n/, '')
    .replaceAll('.py', '.sql') ?? '';

export const TEXT =
  'State it.\n\n```python\n# not a heading\n```\n\n# Hint\nFirst.\n\n# Hint\nSecond.\n\n# Explanation\nBecause.\n';

/** The files of a bank with a choice and a code question, changed as in `changes`; null removes a file. */
export function aBank(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const files: Record<string, string | null> = {
    'bank.yaml': 'id: public\nname: Public bank\norganization: null\nuse: practice\nlicence: CC-BY-4.0\n',
    'README.md': 'A bank.',
    'taxonomy.yaml':
      'version: 1\ndomains:\n  - id: eval\n    name: Evaluation\n    skills:\n      - {id: eval.metrics, name: Metrics, kinds: [choice], topics: [ties], aliases: [eval.old-name]}\n',
    'misconceptions.yaml': 'accuracy-is-quality: A high share of right answers means a good model.\n',
    'datasets/films/dataset.yaml':
      'title: Films\norigin: real\nlicence: not stated\nsource: vega-datasets\ndescription: Films.\nfiles: {movies.json: {package: vega-datasets, path: data/movies.json}}\n',
    'questions/choice.rare-event/question.yaml': CHOICE,
    'questions/choice.rare-event/question.md': TEXT,
    'questions/code.average-precision/question.yaml': CODE,
    'questions/code.average-precision/question.md': TEXT,
    ...Object.fromEntries(
      [
        'starter.py',
        'solution/main.py',
        'solution/brute.py',
        'cases/make.py',
        ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}.py`),
      ].map((file) => [`questions/code.average-precision/${file}`, `# ${file}\n`]),
    ),
    ...changes,
  };
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The issues of that bank. */
export const issuesOf = (changes: Readonly<Record<string, string | null>>): readonly BankIssue[] =>
  readBank(aBank(changes), { sha256 }).issues;
