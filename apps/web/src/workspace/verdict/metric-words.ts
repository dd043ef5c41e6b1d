const DIGITS = 3;

/** Formats a metric value: three significant digits, trailing zeros removed. */
export const metricWords = (value: number): string => String(Number(value.toPrecision(DIGITS)));
