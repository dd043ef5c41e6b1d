import { createHash } from 'node:crypto';
import { EXAMPLE_BANK } from '@holdout/testing';
import { kindOf, parseAnswer, type QuestionKind, readBank } from '../index';
import { examplesOf } from './test-examples';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const bank = readBank(EXAMPLE_BANK, { sha256 });
const { wholeOf, answerOf } = examplesOf(bank);

const scored = (kind: QuestionKind, body: object) => kindOf(kind).score(wholeOf(kind), answerOf(kind, body));
const unreadable = (kind: QuestionKind, body: object) => kindOf(kind).unreadableIn(wholeOf(kind), answerOf(kind, body));
const misfit = (kind: QuestionKind, body: object, more: object = {}) =>
  kindOf(kind).misfitOf(wholeOf(kind, more), answerOf(kind, body));

describe('a plot', () => {
  const ship = (depth: string) => ({ parts: { ship: { point: { depth } } } });
  test.each([
    ['an accepted row', '2', 2, []],
    ['a number in another notation', ' 3.0 ', 2, []],
    ['a partially correct row', '4', 1, []],
    ['a known mistake', '12', 0, ['training-error-is-quality']],
    ['another row', '1', 0, []],
    ['a point between accepted rows', '2.5', 0, []],
  ])('%s', (_what, depth, earned, misconceptions) => {
    expect(scored('plot', ship(depth))).toMatchObject({ earned, possible: 3, misconceptions });
  });
  test('each part is scored independently', () => {
    const both = { parts: { ship: { point: { depth: '2' } }, gap: { picked: ['memorises'] } } };
    expect(scored('plot', both)).toMatchObject({ earned: 3, pending: 0 });
    expect(scored('plot', { parts: { gap: { picked: ['leak'] } } })).toMatchObject({
      earned: 0,
      misconceptions: ['gap-is-bias'],
    });
  });
  test.each([
    ['an unknown part', { parts: { other: { picked: [] } } }, 'unknownPart'],
    ['a point for a choice part', { parts: { gap: { point: {} } } }, 'unknownPart'],
    ['a choice for a point part', { parts: { ship: { picked: [] } } }, 'unknownPart'],
    ['a field that the part does not use', { parts: { ship: { point: { error: '1' } } } }, 'unknownOption'],
    ['an unknown option', { parts: { gap: { picked: ['none'] } } }, 'unknownOption'],
    ['two options with choose: one', { parts: { gap: { picked: ['leak', 'memorises'] } } }, 'moreThanOne'],
  ])('%s does not fit', (_what, body, reason) => {
    expect(misfit('plot', body)).toBe(reason);
  });
  test.each([
    ['shallow', 'notANumber'],
    ['5', 'noSuchPoint'],
    ['2', null],
    ['', null],
  ])('the point %j is checked before scoring: %s', (depth, reason) => {
    expect(kindOf('plot').unreadableIn(wholeOf('plot'), answerOf('plot', ship(depth)))).toBe(reason);
  });
});

describe('a reading', () => {
  test.each([
    ['the accepted line', { leak: { lines: [1] } }, 1, []],
    ['a partially correct line', { leak: { lines: [2] } }, 0.5, []],
    ['a known mistake', { leak: { lines: [4] } }, 0, ['split-is-the-leak']],
    ['every accepted line', { held: { lines: [4, 1, 2] } }, 1, []],
    ['two of three', { held: { lines: [1, 2] } }, 2 / 3, []],
    ['all lines', { held: { lines: [1, 2, 3, 4] } }, 2 / 3, []],
    ['both options', { effect: { picked: ['falls', 'rises'] } }, 1, []],
    ['a wrong option', { effect: { picked: ['same'] } }, 0, ['scaling-harmless']],
  ])('%s', (_what, parts, earned, misconceptions) => {
    const score = scored('reading', { parts });
    expect(score.earned).toBeCloseTo(earned, 12);
    expect(score).toMatchObject({ possible: 3, misconceptions });
  });
  test.each([
    ['a line beyond the last', { leak: { lines: [5] } }, 'unknownOption'],
    ['two lines with pick: one', { leak: { lines: [1, 2] } }, 'moreThanOne'],
  ])('%s does not fit', (_what, parts, reason) => {
    expect(misfit('reading', { parts })).toBe(reason);
  });
});

describe('an ordering', () => {
  test.each([
    ['the correct order', ['log', 'shadow', 'canary', 'full'], 1, []],
    ['with the distractor', ['log', 'shadow', 'canary', 'full', 'tune'], 5 / 6, ['tune-on-test']],
    ['reversed', ['full', 'canary', 'shadow', 'log'], 0, ['offline-is-enough']],
    ['without one step', ['log', 'shadow', 'canary'], 1 / 2, []],
    ['two adjacent steps swapped', ['log', 'canary', 'shadow', 'full'], 5 / 6, ['offline-is-enough']],
    ['only the distractor', ['tune'], 0, ['tune-on-test']],
  ])('%s', (_what, steps, earned, misconceptions) => {
    expect(scored('ordering', { steps })).toMatchObject({ earned, possible: 1, misconceptions });
  });
  test('an unknown step does not fit', () => {
    expect(misfit('ordering', { steps: ['log', 'other'] })).toBe('unknownOption');
  });
});

describe('a short text', () => {
  test.each([
    ['AP', 1, 0],
    ['ap.', 1, 0],
    ['  The  average precision ', 1, 0],
    ['Average-Precision score', 1, 0],
    ['area under the PR curve', 0.5, 0],
    ['roc auc', 0, 0],
    ['...', 0, 0],
    ['mean precision', 0, 1],
  ])('%j earns %d, and %d points are pending', (text, earned, pending) => {
    expect(scored('text', { text })).toMatchObject({ earned, possible: 1, pending });
  });
  test('the misconception of a known wrong answer is reported', () => {
    expect(scored('text', { text: 'AUC' }).misconceptions).toEqual(['auc-for-rare-events']);
  });
  test('an answer over the length limit does not fit', () => {
    expect(misfit('text', { text: 'x'.repeat(61) })).toBe('tooLong');
    expect(parseAnswer('text', { format: 1, kind: 'text', text: 'x'.repeat(201) })).toMatchObject({ issue: 'tooLong' });
  });
});

describe('a scenario', () => {
  const revealed = [{ id: 'null-feature', ask: '', maxWords: 20 }];
  const texts = [
    { part: 'prompt', text: 'I look at the volume.' },
    { part: 'null-feature', text: 'I fill it.' },
  ];
  test('is pending as a whole', () => {
    expect(scored('scenario', { texts: texts.slice(0, 1) })).toEqual({
      earned: 0,
      possible: 8,
      pending: 8,
      misconceptions: [],
      raw: { words: [5] },
    });
  });
  test('needs one text for the prompt and each revealed follow-up', () => {
    expect(misfit('scenario', { texts }, { revealed })).toBeNull();
    expect(misfit('scenario', { texts })).toBe('unknownPart');
    expect(misfit('scenario', { texts: texts.slice(0, 1) }, { revealed })).toBe('unknownPart');
    expect(misfit('scenario', { texts: [...texts].reverse() }, { revealed })).toBe('unknownPart');
  });
  test('can be saved over the word limit, but not checked', () => {
    const body = (count: number) => ({ texts: [{ part: 'prompt', text: 'word '.repeat(count) }] });
    expect(misfit('scenario', body(41))).toBeNull();
    expect(unreadable('scenario', body(41))).toBe('tooLong');
    expect(unreadable('scenario', body(40))).toBeNull();
  });
});

describe('a design', () => {
  const body = (numbers: object, blocks: object = {}) => ({ scene: null, blocks, numbers });
  test.each([
    ['6,912,000', 2, []],
    ['6.9e6', 2, []],
    ['7e6', 0, []],
    ['4800', 0, ['training-error-is-quality']],
    ['many', 0, []],
  ])('the number %j earns %d immediately, and the rubric is pending', (text, earned, misconceptions) => {
    expect(scored('design', body({ readings: text }))).toMatchObject({
      earned,
      possible: 10,
      pending: 8,
      misconceptions,
    });
  });
  test.each([
    ['an unknown block', body({}, { other: '' }), 'unknownPart'],
    ['an unknown number', body({ other: '1' }), 'unknownPart'],
  ])('%s does not fit', (_what, answer, reason) => {
    expect(misfit('design', answer)).toBe(reason);
  });
  test('cannot be checked over the word limit of a block, or with text that is not a number', () => {
    expect(unreadable('design', body({}, { label: 'word '.repeat(31) }))).toBe('tooLong');
    expect(unreadable('design', body({ readings: 'many' }))).toBe('notANumber');
    expect(unreadable('design', body({ readings: '' }, { label: 'word' }))).toBeNull();
  });
  test('is empty if nothing is drawn or written', () => {
    expect(kindOf('design').isEmpty(answerOf('design', body({ readings: ' ' }, { label: '' })))).toBe(true);
    expect(kindOf('design').isEmpty(answerOf('design', body({}, { label: 'x' })))).toBe(false);
  });
});
