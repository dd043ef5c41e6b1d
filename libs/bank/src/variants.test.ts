import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ChoiceBundle, NumericVariant } from './index';
import { FAMILY_RUNNER, drawChoice, fillTemplate, rngOf, slotsOf } from './index';

const seed = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

/** Runs the runner as the box does, on a family of the test. */
function draw(
  family: string,
  count: number,
): { readonly variants?: readonly NumericVariant[]; readonly error: string } {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-family-'));
  writeFileSync(join(folder, 'family.mjs'), family);
  writeFileSync(join(folder, 'runner.mjs'), FAMILY_RUNNER);
  const main = `import { draw } from './runner.mjs'; console.log(JSON.stringify(draw('${seed}', 0, ${count})));`;
  writeFileSync(join(folder, 'main.mjs'), main);
  const { stdout, stderr } = spawnSync(process.execPath, ['main.mjs'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout === '' ? { error: stderr } : { variants: JSON.parse(stdout) as NumericVariant[], error: '' };
}

const family = (shown: string, wrong = '100'): string => `export function make(rng) {
  return { shown: ${shown}, answer: { value: 1, absTol: 0.5 }, wrong: [{ value: ${wrong}, misconception: 'm' }] };
}`;

test('the generator of the box gives the same numbers as that of this library', () => {
  const { variants } = draw(
    family('{ a: rng.int(1, 1000000), b: rng.real(-2, 3), c: rng.pick([5, 6, 7, 8]), d: rng.next() }'),
    20,
  );
  const expected = Array.from({ length: 20 }, (_, index) => {
    const rng = rngOf(`${seed}${index.toString(16).padStart(8, '0')}00000000`);
    return { a: rng.int(1, 1_000_000), b: rng.real(-2, 3), c: rng.pick([5, 6, 7, 8]), d: rng.next() };
  });
  expect(variants?.map(({ shown }) => shown)).toEqual(expected);
});

test('the sequence for a seed never changes', () => {
  const rng = rngOf(seed);
  expect([rng.int(1, 100), rng.int(1, 100), rng.int(1, 100), rng.next()]).toMatchInlineSnapshot(`
   [
     22,
     92,
     19,
     0.29151868951345583,
   ]
  `);
});

test('integers are uniform over their range', () => {
  const rng = rngOf('01');
  const counts = [0, 0, 0, 0, 0, 0];
  for (let roll = 0; roll < 60_000; roll++) {
    const face = rng.int(1, 6) - 1;
    counts[face] = (counts[face] ?? 0) + 1;
  }
  // Chi-square with 5 degrees of freedom stays below 20.5 in 999 of 1,000 fair rolls.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
});

test('a shuffle keeps every item', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.stringMatching(/^[0-9a-f]{1,64}$/), (items, hex) => {
      expect([...rngOf(hex).shuffle(items)].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
    }),
  );
});

test('a seed that is not hex is refused', () => {
  expect(() => rngOf('seed')).toThrow(RangeError);
});

test('no two variants show the same values', () => {
  const { variants } = draw(family('{ a: rng.int(1, 40) }'), 40);
  expect(new Set(variants?.map(({ shown }) => shown['a'])).size).toBe(40);
});

test('a draw with a wrong value within twice the tolerance is repeated', () => {
  const { variants } = draw(family('{ a: rng.next() }', 'rng.pick([2, 2.1])'), 30);
  expect(new Set(variants?.flatMap(({ wrong }) => wrong.map(({ value }) => value)))).toEqual(new Set([2.1]));
});

test.each([
  ['has too few variants', family('{ a: rng.int(1, 3) }'), /fewer than 4 different/],
  ['shows a value that is not a number', family('{ a: 0 / 0 }'), /no number or text as "a"/],
  ['has an infinite wrong value', family('{ a: 1 }', '1 / 0'), /a wrong value that is not finite/],
  ['has no tolerance', family('{ a: 1 }').replace(', absTol: 0.5', ''), /neither absTol nor relTol/],
])('a family that %s fails with a message for its author', (_name, source, message) => {
  expect(draw(source, 4).error).toMatch(message);
});

describe('a choice', () => {
  const option = (id: string, key: boolean) => ({ id, key, why: '', misconception: key ? null : 'm' });
  const aChoice = (show: number | null): ChoiceBundle => ({
    format: 1,
    id: 'public/choice.x',
    kind: 'choice',
    title: '',
    skills: [],
    level: 1,
    minutes: 1,
    licence: '',
    sources: [],
    candidate: { statement: '', hints: [], choose: 'many', options: [] },
    secret: {
      explanation: '',
      show,
      options: [option('a', true), option('b', true), option('c', false), option('d', false), option('e', false)],
    },
  });
  test('shows every key and the requested number of options, without duplicates', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{8}$/), fc.constantFrom(3, 4, 5, null), (hex, show) => {
        const ids = drawChoice(aChoice(show), rngOf(hex));
        expect(new Set(ids).size).toBe(show ?? 5);
        expect(ids).toEqual(expect.arrayContaining(['a', 'b']));
      }),
    );
  });
  test('puts a key at every position, over many seeds', () => {
    const places = Array.from({ length: 100 }, (_, index) =>
      drawChoice(aChoice(3), rngOf(index.toString(16))).indexOf('a'),
    );
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });
});

test('a template is filled with its values; names without a value stay', () => {
  expect(fillTemplate('{{ prev }} % of {{n}}, {{other}} {{constructor}}', { prev: 0.1 + 0.2, n: '1,000' })).toBe(
    '0.3 % of 1,000, {{other}} {{constructor}}',
  );
  expect(slotsOf('{{a}} {{b}} {{a}}')).toEqual(['a', 'b']);
});
