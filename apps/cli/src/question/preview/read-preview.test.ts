import { join, resolve } from 'node:path';
import { QUESTION_KINDS, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { filledIn, shownDraw } from './shown-draw';
import { readPreview } from './read-preview';
import { renderPreview } from './render-preview';

const BANK = resolve('bank');
const SHARED = ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'];

function filesOf(template: string, change: (path: string, text: string) => string = (_, text) => text) {
  const kind = template.split('-', 1)[0] ?? template;
  const name = `${kind}.an-example`;
  const bank = readBankFiles(BANK);
  const own = readBankFiles(join(BANK, 'templates', template));
  return new Map([
    ...[...bank].filter(([path]) => SHARED.includes(path)),
    ...[...own].map(([path, text]) => {
      const named = text.replace('{{title}}', 'An example');
      return [`questions/${name}/${path}`, change(path, named)] as const;
    }),
  ]);
}

function previewOf(template: string, change?: (path: string, text: string) => string) {
  const files = filesOf(template, change);
  const name = `${template.split('-', 1)[0] ?? template}.an-example`;
  return readPreview({ bank: BANK, folder: join(BANK, 'questions', name) }, files);
}

test.each(QUESTION_KINDS)('a %s question is shown with its explanation and everything secret', (kind) => {
  const preview = previewOf(kind === 'code' ? 'code-python' : kind);
  expect(preview).toMatchObject({ slug: `${kind}.an-example`, title: 'An example', issues: [] });
  expect(preview.hash).toMatch(/^[\da-f]{64}$/);
  const titles = preview.answers.map(({ title }) => title.replace(', as a template', ''));
  expect(titles).toEqual(expect.arrayContaining(['Explanation', 'Hints']));
  expect(titles.length).toBeGreaterThan(2);
  expect(renderPreview(preview)).not.toContain('[object Object]');
});

test('an option is shown with its text, its reason and the sentence of its misconception', () => {
  const html = renderPreview(previewOf('choice'));
  expect(html).toContain('Test on a fifth of the rows, drawn at random.');
  expect(html).toContain('Neighbours in time of each test row are then in training.');
  expect(html).toMatch(/random-split-is-honest: \w/);
});

test.each([
  ['numeric', true],
  ['choice', true],
  ['ordering', true],
  ['text', false],
  ['scenario', false],
  ['code-python', false],
])('%s: whether draws differ is %s', (template, hasDraws) => {
  expect(previewOf(template)).toMatchObject({ hasDraws });
});

test('a family is shown with the numbers of one draw, and its templates are labelled', () => {
  const [question] = readBank(filesOf('numeric'), { sha256 }).questions;
  if (question?.bundle.kind !== 'numeric') throw new Error('the template is not numeric');
  const variant = {
    shown: { found: 30, missed: 10 },
    answer: { value: 75, absTol: 0.1 },
    wrong: [{ value: 25, misconception: 'precision-recall-swapped' }],
    explained: { all: 40, answer: '75.0' },
  };
  expect(filledIn(question.bundle, variant)).toMatchObject({
    text: expect.stringContaining('finds 30 faults and misses 10'),
    explanation: expect.stringContaining('There were 40 faults, of which 30 were found: **75.0 %**.'),
    answer: { value: 75, unit: '%' },
  });
  const titles = previewOf('numeric').answers.map(({ title }) => title);
  expect(titles).toContain('Explanation, as a template');
});

test('the answers are those of the draw that the site shows', async () => {
  const variants = [10, 20, 30].map((missed) => ({
    shown: { found: 30, missed },
    answer: { value: missed, absTol: 0.1 },
    wrong: [],
    explained: { all: 30 + missed, answer: '75.0' },
  }));
  const site = { seed: 'f', count: 3, ordinal: 2 };
  const part = await shownDraw(
    filesOf('numeric'),
    (_bundle, _hash, shown) => Promise.resolve(variants.slice(0, shown.count)),
    () => Promise.resolve(site),
  );
  expect(part).toMatchObject({ title: 'The draw on the left', value: { answer: { value: 30, unit: '%' } } });
});

test('a family that cannot be drawn says why', async () => {
  const draw = () => Promise.reject(new Error('family.mjs: make is not a function'));
  const part = await shownDraw(filesOf('numeric'), draw, () => Promise.resolve({ seed: 'f', count: 3, ordinal: 2 }));
  expect(part).toEqual({ title: 'The family cannot be drawn', value: 'family.mjs: make is not a function' });
});

test('a formula in Markdown is rendered, a dollar sign in code is not', () => {
  const preview = previewOf('numeric', (path, text) =>
    path.endsWith('question.md') ? text.replace('# Explanation', '# Explanation\n\nOf $x^2$,') : text,
  );
  expect(preview.issues).toEqual([]);
  expect(renderPreview(preview)).toMatch(/Of <math[^>]*><semantics>.*<msup>.*<\/math>,/);
  const source = { path: 'solution/main.R', text: 'd$a+d$b' };
  expect(renderPreview({ ...preview, answers: [{ title: 'Oracle', value: source }] })).toContain('<p>d$a+d$b</p>');
});

test('a question that cannot be read shows issues with file and line, and no answers', () => {
  const preview = previewOf('choice', (_, text) => text.replace('minutes:', 'minuets:'));
  expect(preview).toMatchObject({ hash: null, answers: [] });
  expect(renderPreview(preview)).toContain('<code>questions/choice.an-example/question.yaml:6</code>');
});

test('markup in a question is escaped', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const preview = previewOf('choice', (_, text) =>
    text.replace('Neighbours in time', evil).replace('An example', `'${evil}'`),
  );
  expect(preview.issues).toEqual([]);
  const html = renderPreview(preview);
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img src=x').length).toBe(3);
});
