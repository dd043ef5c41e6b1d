/** In a short run each benchmark does its work once, to show that it still can; what it measures then means nothing. */
export const isShort = process.argv.includes('--short');

/** Gives how often or how much: the figure of a measurement, or that of a short run. */
export const rounds = (full, short) => (isShort ? short : full);
