/** Too few persons, answers or marks for the statistic: `n` there are, `needed` is the minimum. */
export type TooFew = { readonly kind: 'tooFew'; readonly n: number; readonly needed: number };

/** All `n` values are the same, so that the statistic (a quotient with their variance) is not defined. */
export type NoVariance = { readonly kind: 'noVariance'; readonly n: number };

/** A value with its 95 % interval, from `n` persons, answers or marks. `low` and `high` contain the value and differ. */
export type Estimate = {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

/** A statistic, or why there is none. It never holds NaN or an infinite number. */
export type Figure = Estimate | TooFew | NoVariance;

/**
 * The least number of persons for each statistic of a form, and of doubly marked answers for agreement of reviewers (`raters`).
 * These are conventions, not theorems: at 30, the 95 % interval of a correlation of 0.3 still goes from -0.1 to 0.6.
 */
export const MINIMUM_N = { facility: 10, correlation: 30, alpha: 30, options: 50, percentile: 30, raters: 10 } as const;

export const tooFew = (n: number, needed: number): TooFew => ({ kind: 'tooFew', n, needed });
export const noVariance = (n: number): NoVariance => ({ kind: 'noVariance', n });

/** Sums of products of shares are exact to about 1e-16 for each term; a variance below this is rounding. */
export const ROUNDING = 1e-12;
