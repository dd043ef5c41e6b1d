import { canonicalJson } from '@holdout/bank';
import type { MaterializedData } from '@holdout/grading';
import type { Value } from '@holdout/sandbox';
import { answering } from '../answering';
import type { Answerer } from '../answering';
import type { Finding } from '../finding';
import { languagesOf, type Runnable, runnableOf } from '../runnable';
import type { Rule, Subject } from '../subject';
import { KEPT } from '../subject';
import { SEEDS } from './references';

const RULE = 'guesses';
const NO_ROWS = { columns: [], rows: [], truncated: false };
const PLAIN: readonly Value[] = [null, true, false, 0, 1, -1, 0.5, '', [], {}];

/** A program that does not solve the task must earn no points. */
export const guesses: Rule = {
  id: RULE,
  says: 'The starter fails, and so do empty answers, constants and hard-coded public answers.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question === null) return KEPT;
    const [seed = 1] = SEEDS;
    const { publicData, hiddenData } = await subject.lab.materialize(question, seed);
    const started = await startersThatPass(question, hiddenData, subject);
    const guessed = await guessesThatPass(question, { publicData, hiddenData }, subject);
    return { findings: [...started, ...guessed] };
  },
};

async function startersThatPass(
  question: Runnable,
  data: MaterializedData,
  { lab }: Subject,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const language of languagesOf(question)) {
    const source = question.bundle.candidate.languages[language]?.starter ?? '';
    const { verdict } = await lab.grade(question, data, { language, source });
    if (verdict.kind === 'passed' || verdict.kind === 'notGraded') {
      const message = `the ${language} starter ends as ${verdict.kind}; it must run and fail`;
      findings.push({ rule: RULE, message });
    }
  }
  return findings;
}

type Data = { readonly publicData: MaterializedData; readonly hiddenData: MaterializedData };

async function guessesThatPass(question: Runnable, data: Data, { lab }: Subject): Promise<readonly Finding[]> {
  const [language = 'python'] = languagesOf(question);
  const findings: Finding[] = [];
  for (const [name, answerer] of guessersFor(data)) {
    const { verdict } = await lab.grade(question, data.hiddenData, { language, source: '' }, answering(answerer));
    if (verdict.kind === 'passed') {
      findings.push({ rule: RULE, message: `${name} passes the hidden cases; add cases that it fails` });
    }
  }
  return findings;
}

function guessersFor({ publicData, hiddenData }: Data): readonly (readonly [string, Answerer])[] {
  if (hiddenData.kind === 'model') {
    const rows = hiddenData.truth.length;
    return [0, 0.5, 1].map((value) => [
      `the constant ${value} for every row`,
      calling(() => Array<number>(rows).fill(value)),
    ]);
  }
  if (publicData.kind === 'calls') {
    const cases = publicData.groups.flatMap((group) => group.cases);
    const known = new Map(cases.map(({ args, expected }) => [canonicalJson(args), expected]));
    const first = cases[0]?.expected ?? null;
    return [
      ...PLAIN.map((value) => [`the constant ${canonicalJson(value)}`, calling(() => value)] as const),
      ['a hard-coded table of the public answers', calling((args) => known.get(canonicalJson(args)) ?? first)],
    ];
  }
  if (publicData.kind !== 'queries') return [];
  const [first] = publicData.groups.flatMap((group) => group.cases);
  return [
    ['a query without rows', querying(NO_ROWS)],
    ...(first === undefined ? [] : [['the rows of the first public case', querying(first.expected)] as const]),
  ];
}

const calling = (call: Answerer['call']): Answerer => ({ call, query: () => NO_ROWS });
const querying = (answer: object): Answerer => ({ call: () => null, query: () => answer });
