/**
 * The program that draws variants of a numeric family in a JavaScript box: a module next to the author's `family.mjs`.
 * `draw(seedHex, from, count)` returns variants `from` to `from + count − 1`, with distinct `shown` within one call.
 *
 * A draw is repeated, at most 200 times, if a wrong value is within twice the tolerance of the answer or if its `shown` was
 * drawn already. A malformed draw throws, so that the author sees the mistake.
 */
export const FAMILY_RUNNER = String.raw`
import { make } from './family.mjs';

const { floor, abs, max } = Math;
const { isFinite } = Number;

export function rngOf(seedHex) {
  let a = 0x9e3779b9, b = 0x243f6a88, c = 0xb7e15162, counter = 1;
  const step = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (const digits of seedHex.match(/.{1,8}/g)) {
    a ^= Number.parseInt(digits.padEnd(8, '0'), 16);
    for (let i = 0; i < 4; i++) step();
  }
  for (let i = 0; i < 12; i++) step();
  const next = () => ((step() >>> 5) * 67108864 + (step() >>> 6)) / 9007199254740992;
  const int = (low, high) => low + floor(next() * (high - low + 1));
  return {
    next,
    int,
    real: (low, high) => low + next() * (high - low),
    pick: (items) => items[int(0, items.length - 1)],
  };
}

const hex8 = (number) => number.toString(16).padStart(8, '0');
const isShown = (value) => typeof value === 'string' || (typeof value === 'number' && isFinite(value));

function check(drawn) {
  const fail = (what) => {
    throw new Error('family.mjs: make(rng) gave ' + what + ' for ' + JSON.stringify(drawn?.shown));
  };
  if (typeof drawn?.shown !== 'object' || drawn.shown === null) fail('no "shown" object');
  for (const values of [drawn.shown, drawn.explained ?? {}]) {
    for (const name of Object.keys(values)) if (!isShown(values[name])) fail('no number or text as "' + name + '"');
  }
  if (!isFinite(drawn.answer?.value)) fail('no finite answer.value');
  if (!((drawn.answer.absTol ?? 0) > 0 || (drawn.answer.relTol ?? 0) > 0)) fail('neither absTol nor relTol above 0');
  if (!Array.isArray(drawn.wrong)) fail('no "wrong" list');
  for (const wrong of drawn.wrong) {
    if (!isFinite(wrong?.value)) fail('a wrong value that is not finite');
    if (typeof wrong.misconception !== 'string') fail('a wrong value without a misconception');
  }
  return drawn;
}

function isTooClose({ answer, wrong }) {
  const edge = 2 * max(answer.absTol ?? 0, (answer.relTol ?? 0) * abs(answer.value));
  return wrong.some(({ value }) => abs(value - answer.value) <= edge);
}

export function draw(seedHex, from, count) {
  const seen = new Set();
  const variants = [];
  for (let index = from; index < from + count; index++) {
    let variant = null;
    for (let attempt = 0; attempt < 200 && variant === null; attempt++) {
      const drawn = check(make(rngOf(seedHex + hex8(index) + hex8(attempt))));
      const face = JSON.stringify(drawn.shown);
      if (isTooClose(drawn) || seen.has(face)) continue;
      seen.add(face);
      variant = drawn;
    }
    if (variant === null) throw new Error('family.mjs: fewer than ' + count + ' different variants could be drawn');
    variants.push(variant);
  }
  return variants;
}
`;
