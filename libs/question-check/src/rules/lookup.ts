import { runnableOf } from '../runnable';
import type { Rule } from '../subject';
import { KEPT } from '../subject';

const RULE = 'lookup';

/** Public data can be downloaded, so a solution that looks up the hidden rows in it must fail (ADR 0004). */
export const lookup: Rule = {
  id: RULE,
  says: 'A question on public data has a mutant that looks up the hidden rows in it.',
  check(subject) {
    const question = runnableOf(subject.question);
    const isPublic = question?.bundle.candidate.datasets.some(({ origin }) => origin === 'real') ?? false;
    if (question === null || !isPublic || question.mutants.some(({ misconception }) => misconception === 'lookup')) {
      return Promise.resolve(KEPT);
    }
    const message =
      'the data is public, but no mutant with the misconception "lookup" looks up the hidden rows; plant one';
    return Promise.resolve({ findings: [{ rule: RULE, message }] });
  },
};
