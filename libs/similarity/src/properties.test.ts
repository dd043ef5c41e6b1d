import fc from 'fast-check';
import { fingerprintsOf, hashesOfStarter, similarityOf } from './fingerprints';
import { longestOf, matchesOf } from './matches';
import { pythonProgram } from './test-programs';
import { type SimilarityLanguage, tokenizerOf } from './tokens/tokenize';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const lengths = fc.integer({ min: 1, max: 40 });
const languages = fc.constantFrom<SimilarityLanguage>('python', 'r', 'javascript', 'typescript', 'sql');

async function read(
  source: string,
  { language = 'python', starter = '' }: { language?: SimilarityLanguage; starter?: string } = {},
) {
  const tokenize = await tokenizerOf(language);
  return fingerprintsOf(tokenize(source), hashesOfStarter(tokenize(starter)));
}

test('other names, numbers, texts and comments change nothing', () =>
  fc.assert(
    fc.asyncProperty(seeds, lengths, async (seed, length) => {
      const rename = (name: string) => `v${name.length}_${name.toUpperCase()}`;
      const other = pythonProgram(seed, length, rename)
        .replaceAll(/\b\d\b/g, '41')
        .replaceAll('"value 41"', "'x'");
      const [a, b] = [await read(pythonProgram(seed, length)), await read(`# ${seed}\n${other}`)];
      expect(b.tokens.map(({ text }) => text)).toEqual(a.tokens.map(({ text }) => text));
      expect(similarityOf(a, b)).toBe(a.hashes.length === 0 ? 0 : 1);
    }),
  ));

test('any two texts are as alike as the second and the first, from 0 to 1', () =>
  fc.assert(
    fc.asyncProperty(languages, fc.string({ maxLength: 400 }), seeds, async (language, text, seed) => {
      const [a, b] = [await read(text + text, { language }), await read(pythonProgram(seed, 9) + text, { language })];
      const similarity = similarityOf(a, b);
      expect(similarityOf(b, a)).toBe(similarity);
      expect(longestOf(b, a)).toBe(longestOf(a, b));
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }),
  ));

test('whoever has not gone beyond the starter code has nothing in common with anyone', () =>
  fc.assert(
    fc.asyncProperty(seeds, seeds, lengths, async (seed, other, length) => {
      const starter = pythonProgram(seed, length);
      const left = await read(starter, { starter });
      const right = await read(starter + pythonProgram(other, length), { starter });
      expect(similarityOf(left, right)).toBe(0);
      expect(longestOf(left, right)).toBe(0);
    }),
  ));

test('tokens lie in the text in their order, and matches are equal parts that overlap nowhere', () =>
  fc.assert(
    fc.asyncProperty(languages, seeds, seeds, fc.string({ maxLength: 60 }), async (language, one, other, text) => {
      const shared = pythonProgram(one, 12);
      const [a, b] = [`${text}\n${shared}`, `${pythonProgram(other, 6)}${shared}${text}`];
      const { tokens } = await read(a, { language });
      tokens.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(tokens[index - 1]?.to ?? 0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(a.length);
      });
      const matches = await matchesOf(language, '', [a, b]);
      const sides = [matches.map(({ left }) => left), matches.map(({ right }) => right)];
      for (const side of sides) {
        const sorted = [...side].sort((x, y) => x.from - y.from);
        sorted.forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(sorted[index - 1]?.to ?? 0));
      }
    }),
    { numRuns: 60 },
  ));
