import { runnableOf } from '../runnable';
import type { Rule } from '../subject';
import { KEPT } from '../subject';

const RULE = 'lookup';

/** Decision 14: where the data is public, looking the answers up is tried. */
export const lookup: Rule = {
  id: RULE,
  says: 'A question on public data plants a solution that looks the hidden rows up in it.',
  check(subject) {
    const question = runnableOf(subject.question);
    const isPublic = question?.bundle.candidate.datasets.some(({ origin }) => origin === 'real') ?? false;
    if (question === null || !isPublic || question.mutants.some(({ misconception }) => misconception === 'lookup')) {
      return Promise.resolve(KEPT);
    }
    const message =
      'its data is public, but no mutant of the misconception "lookup" tries to look the hidden rows up; plant one';
    return Promise.resolve({ findings: [{ rule: RULE, message }] });
  },
};
