const DIGITS = 3;

/** A metric's value as it is read: three digits, and no zeros that say nothing. */
export const metricWords = (value: number): string => String(Number(value.toPrecision(DIGITS)));
