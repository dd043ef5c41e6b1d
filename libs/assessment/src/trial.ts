import { answerLanguages } from './policy';

/** A kind of question with the languages in which it may be answered; none for a kind without code. */
type Answered = { readonly kind: string; readonly languages: readonly string[] };

/**
 * The questions of the trial bank that show how this assessment is answered: those of its kinds, and of code those in a
 * language that the assessment allows.
 */
export function trialOf<Version extends Answered>(
  bank: readonly Version[],
  { kinds, languages }: { readonly kinds: readonly Answered[]; readonly languages: readonly string[] },
): readonly Version[] {
  const needed = new Map(
    kinds.map(({ kind, languages: offered }) => [kind, new Set(answerLanguages(offered, { languages }))]),
  );
  return bank.filter(({ kind, languages: offered }) => {
    const allowed = needed.get(kind);
    if (allowed === undefined) return false;
    return offered.length === 0 || offered.some((language) => allowed.has(language));
  });
}
