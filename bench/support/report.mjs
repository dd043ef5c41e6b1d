import { isShort } from './rounds.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/** Prints one ratio with its bound, and fails the run if the bound is exceeded; a short run has no bounds. */
export function reportRatio(name, value, bound) {
  say(`ratio ${name} ${value.toFixed(3)}`);
  if (isShort) return;
  const isHeld = 'most' in bound ? value <= bound.most : value >= bound.least;
  const words = 'most' in bound ? `at most ${bound.most}` : `at least ${bound.least}`;
  say(`  ${isHeld ? 'within' : 'OUTSIDE'} the bound: ${words}`);
  if (!isHeld) process.exitCode = 1;
}

/** Prints a detail of the measurement. */
export function detail(text) {
  say(`  ${text}`);
}
