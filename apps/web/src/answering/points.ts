const TWO_DECIMALS = 100;

/** Formats points with at most two decimals. */
export const points = (value: number): string => String(Math.round(value * TWO_DECIMALS) / TWO_DECIMALS);
