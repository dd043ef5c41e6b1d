import type { Finding } from '../finding';
import { runnableOf } from '../runnable';
import type { Rule } from '../subject';
import { KEPT } from '../subject';
import { problemsOf, SEEDS } from './references';

const RULE = 'alternatives';

/** A correct solution must pass whichever method it uses. */
export const alternatives: Rule = {
  id: RULE,
  says: 'A second solution with another method passes too.',
  async check(subject) {
    const question = runnableOf(subject.question);
    if (question === null) return KEPT;
    if (question.alternatives.length === 0) {
      const message = 'there is no second method; add a library call or a brute-force solution under "alternatives"';
      return { findings: question.bundle.kind === 'code' ? [{ rule: RULE, message }] : [] };
    }
    const findings: Finding[] = [];
    for (const seed of SEEDS.slice(0, 2)) {
      const { hiddenData } = await subject.lab.materialize(question, seed);
      for (const { language, source } of question.alternatives) {
        const attempt = { language, source: source.text };
        const where = `on the hidden cases of seed ${seed}`;
        const found = await problemsOf({ question, data: hiddenData, attempt, where }, subject.lab);
        findings.push(...found.map((message) => ({ rule: RULE, file: source.path, message })));
      }
    }
    return { findings };
  },
};
