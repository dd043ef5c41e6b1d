/** In a short run each benchmark does its work once, to verify that it still runs; its figures are meaningless. */
export const isShort = process.argv.includes('--short');

/** The count or size for a measurement, or for a short run. */
export const rounds = (full, short) => (isShort ? short : full);
