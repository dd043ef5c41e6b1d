import type { AttemptFacts } from './attempt-facts';

/**
 * The attempt as its organization sees it, for `policyOf`: as if it was released with all answers, or, for members who decide about people
 * and not about questions, without keys.
 */
export function seenByMember<Facts extends AttemptFacts>(attempt: Facts, seesKeys: boolean): Facts {
  const { rules, releasedAt, endedAt } = attempt;
  const afterRelease = seesKeys ? ('answers' as const) : ('score' as const);
  return { ...attempt, releasedAt: releasedAt ?? endedAt, rules: rules && { ...rules, afterRelease } };
}
