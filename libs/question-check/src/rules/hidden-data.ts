import { canonicalJson } from '@holdout/bank';
import type { MaterializedData } from '@holdout/grading';
import type { Finding } from '../finding';
import { runnableOf } from '../runnable';
import type { Rule } from '../subject';
import { KEPT } from '../subject';
import { SEEDS } from './references';

const RULE = 'hidden-data';
/** Inputs up to this length, for example an empty list, may be both public and hidden. */
const SMALL = 60;

/** Hidden cases must differ from public ones and between seeds, and arguments must differ from each other. */
export const hiddenData: Rule = {
  id: RULE,
  says: 'No hidden case is public, other seeds give other cases, and arguments differ from each other.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question === null) return KEPT;
    const [first = 1, second = 2] = SEEDS;
    const made = await subject.lab.materialize(question, first);
    const other = await subject.lab.materialize(question, second);
    const findings: Finding[] = [];
    const say = (message: string): void => void findings.push({ rule: RULE, message });
    const known = new Set(inputsOf(made.publicData));
    const shared = inputsOf(made.hiddenData).filter((input) => input.length > SMALL && known.has(input));
    if (shared.length > 0) say(`${shared.length} hidden cases are also public; draw others or perturb them`);
    if (canonicalJson(made.hiddenData) === canonicalJson(other.hiddenData)) {
      say('two seeds give the same hidden cases; make(seed, part) must use its seed');
    }
    if (hasEqualArguments(made.hiddenData)) {
      say('two arguments are equal in every hidden case, so swapping them has no effect; use different values');
    }
    return { findings };
  },
};

function inputsOf(data: MaterializedData): readonly string[] {
  if (data.kind === 'model') return [canonicalJson(data.test)];
  if (data.kind === 'calls') return data.groups.flatMap(({ cases }) => cases.map(({ args }) => canonicalJson(args)));
  return data.groups.flatMap(({ cases }) => cases.map(({ tables }) => canonicalJson(tables)));
}

function hasEqualArguments(data: MaterializedData): boolean {
  if (data.kind !== 'calls') return false;
  const cases = data.groups.flatMap((group) => group.cases);
  const count = Math.max(0, ...cases.map(({ args }) => args.length));
  for (let left = 0; left < count; left++) {
    for (let right = left + 1; right < count; right++) {
      if (cases.every(({ args }) => canonicalJson(args[left] ?? null) === canonicalJson(args[right] ?? null)))
        return true;
    }
  }
  return false;
}
