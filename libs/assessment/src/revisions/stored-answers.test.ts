import fc from 'fast-check';
import type { Json } from './json-delta';
import { compacted, type KeptVersion, resolveAnswers, SNAPSHOT_EVERY } from './stored-answers';

const long = (value: string): Json => ({ kind: 'code', source: `${'# a line of the program\n'.repeat(40)}${value}` });

/** A series of saves of which some are deleted and the rest compacted again and again, as thinning does. */
const history = fc.array(
  fc.record({
    texts: fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 8 }),
    drop: fc.array(fc.nat(200), { maxLength: 5 }),
    whole: fc.nat(9),
  }),
  { maxLength: 12 },
);

function store(rows: readonly KeptVersion[], answers: ReadonlyMap<string, Json>): readonly KeptVersion[] {
  const changed = new Map(compacted(rows, answers).map((row) => [row.id, row]));
  return rows.map((row) => ({ ...row, ...changed.get(row.id) }));
}

test('every version that stays is what was saved, whatever is dropped between and however often it is stored again', () => {
  fc.assert(
    fc.property(history, (rounds) => {
      const saved = new Map<string, Json>();
      let rows: readonly KeptVersion[] = [];
      for (const { texts, drop, whole } of rounds) {
        for (const text of texts) {
          const revision = saved.size + 1;
          const id = `r${revision}`;
          saved.set(id, long(text));
          const staysWhole = revision % 10 === whole;
          rows = [{ id, revision, answer: long(text), delta: null, deltaOf: null, staysWhole }, ...rows];
        }
        const answers = resolveAnswers(rows);
        rows = store(
          rows.filter((_row, index) => index === 0 || !drop.includes(index)),
          answers,
        );
        for (const [id, answer] of resolveAnswers(rows)) expect([id, answer]).toEqual([id, saved.get(id)]);
        expect(rows.filter((row) => row.staysWhole && row.deltaOf !== null)).toEqual([]);
        expect(rows[0]?.deltaOf ?? null).toBeNull();
      }
    }),
  );
});

test('a second pass changes nothing', () => {
  const rows = Array.from({ length: 40 }, (_, index): KeptVersion => {
    const revision = 40 - index;
    const answer = long(String(revision));
    return { id: `r${revision}`, revision, answer, delta: null, deltaOf: null, staysWhole: false };
  });
  const once = store(rows, resolveAnswers(rows));
  expect(once.filter(({ deltaOf }) => deltaOf === null)).toHaveLength(1 + Math.floor(39 / SNAPSHOT_EVERY));
  expect(compacted(once, resolveAnswers(once))).toEqual([]);
});

test('short answers, and answers that share nothing, stay whole', () => {
  const row = (id: string, revision: number, answer: Json): KeptVersion => {
    return { id, revision, answer, delta: null, deltaOf: null, staysWhole: false };
  };
  const short = [row('b', 3, { text: 'b' }), row('a', 2, { text: 'a' })];
  expect(compacted(short, resolveAnswers(short))).toEqual([]);
  const different = [row('b', 3, { text: 'b'.repeat(5000) }), row('a', 2, { text: 'a'.repeat(5000) })];
  expect(compacted(different, resolveAnswers(different))).toEqual([]);
});

test('a delta whose version is missing is an error, not an answer', () => {
  expect(() => resolveAnswers([{ id: 'a', answer: null, delta: { s: [0, 0, 'x'] }, deltaOf: 'gone' }])).toThrow('gone');
});
