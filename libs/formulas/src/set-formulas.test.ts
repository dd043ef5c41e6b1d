import { globSync, readFileSync } from 'node:fs';
import { formulasApart, setFormulas } from './set-formulas';

const MARK = '\uE000';

test('renders inline and display formulas', () => {
  const set = setFormulas('With $x^2$ and\n\n$$\\frac{a}{b}$$\n\nbelow.');
  expect(set).toMatch(
    new RegExp(`^With \`${MARK}<span class="katex">[^\`]*<msup>[^\`]*\` and\n\n\`${MARK}<span class="katex-display">`),
  );
  expect(set).toContain('<mfrac>');
});

test.each([
  '`a $b$ c`',
  '``a ` $b$ ``',
  '```\n$x$ and $y$\n```',
  'from $5 to $6',
  'it costs \\$5',
  'It costs $20. In R one writes df$price.',
  'the folder $HOME/$USER',
  'PATH=$HOME/bin:$PATH:$PWD',
  'US$5 and AU$ 6',
  'a price in $\n\nand one more in $',
  'between ($20) and ($30)',
  'x$i$ and $i$x',
  'no formula',
])('leaves %j unchanged', (markdown) => {
  expect(setFormulas(markdown)).toBe(markdown);
});

test.each(['($x$)', '$k$-th', '“$x$”', '**$x$**', '$x$, $y$', '-$x$', '$a\n+ b$'])(
  'finds the formulas of %j',
  (markdown) => {
    expect(setFormulas(markdown)).not.toContain('$');
  },
);

test('a tag within align is drawn, and the brackets of a matrix are as high as the matrix', () => {
  const set = setFormulas('$$\\begin{align} a &= b \\tag{7} \\\\ c &= d \\end{align}$$');
  expect(/class="tag">.*7/.exec(set)).not.toBeNull();
  expect(setFormulas('$$\\begin{bmatrix} a \\\\ b \\\\ c \\end{bmatrix}$$')).toContain('delimsizing');
});

test('a formula cannot end a cell of a table', () => {
  const set = setFormulas('| $P(a \\mid b) |x|$ | next |');
  expect(set.split('|')).toHaveLength(4);
});

test('an author cannot inject markup with the mark of a formula', () => {
  expect(setFormulas(`\`${MARK}<math href="javascript:alert(1)"></math>\``)).not.toContain(MARK);
});

test('a formula that cannot be parsed is shown as its source', () => {
  expect(setFormulas('$\\frac{1}$')).toBe('`\\frac{1}`');
});

test('a link in a formula is removed', () => {
  expect(setFormulas('$\\href{javascript:alert(1)}{x}$')).not.toContain('href=');
});

test('every formula of the bank can be parsed', () => {
  const texts = globSync('bank/questions/*/question.md').map((path) => readFileSync(path, 'utf8'));
  expect(texts.length).toBeGreaterThanOrEqual(13);
  const set = texts.map(setFormulas).join('\n');
  expect(set).toContain(MARK);
  expect(set.match(/`\\\w+/g)).toBeNull();
  const withoutCode = set.replace(/```[\s\S]*?```|`[^`]*`/g, '');
  expect(withoutCode.match(/^.*\$.*$/gm)).toBeNull();
});

test('a formula may end in an escaped character', () => {
  expect(setFormulas('scores $99.2\\,\\%$ and')).toMatch(new RegExp(`^scores \`${MARK}<span[^\`]*%[^\`]*\` and$`));
});

test('splits a text into formulas and the text between them', () => {
  const [before, formula, between, other, after] = formulasApart('With $x$ and $$y$$, not `$z$`.');
  expect([before, between, after]).toEqual(['With ', ' and ', ', not `$z$`.']);
  expect(formula).toMatch(/^<math.*<mi>x<\/mi>.*<\/math>$/);
  expect(other).toContain('<mi>y</mi>');
});
