import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { Markdown, UiProvider } from '.';
import { testMessages } from './test-messages';

function show(text: string) {
  return render(
    <UiProvider messages={testMessages}>
      <Suspense fallback="waiting">
        <Markdown>{text}</Markdown>
      </Suspense>
    </UiProvider>,
  );
}

test('raw HTML in a text never becomes an element', async () => {
  const { container } = show('before <img src=x onerror="alert(1)"> <script>alert(1)</script> after');
  await screen.findByText(/before/);
  expect(container.querySelector('img, script')).toBeNull();
});

test('a link that would run a script leads nowhere', async () => {
  show('[press](javascript:alert(1))');
  expect((await screen.findByText('press')).getAttribute('href') ?? '').not.toContain('javascript');
});

test('headings of a text come under the heading of the page', async () => {
  show('# Data\n\ntext');
  expect(await screen.findByRole('heading', { level: 2, name: 'Data' })).toBeTruthy();
});

test('tables of a text are tables, reachable where they scroll', async () => {
  show('| a | b |\n|---|---|\n| 1 | 2 |');
  const table = await screen.findByRole('table');
  expect(table.parentElement?.getAttribute('tabindex')).toBe('0');
});

test('a cell without text is in its column, and columns keep their side', async () => {
  const { container } = show('| a | b |\n|:--|--:|\n| `1\\|2` | *x* |\n| only |');
  await screen.findByRole('table');
  expect(container.querySelector('tbody')?.innerHTML).toBe(
    '<tr><td style="text-align: left;"><code>1|2</code></td><td style="text-align: right;"><em>x</em></td></tr>' +
      '<tr><td style="text-align: left;">only</td><td style="text-align: right;"></td></tr>',
  );
});

test('only a loose list has paragraphs, and a list starts at its number', async () => {
  const { container } = show('- a\n- b\n  1. c\n\ntext\n\n3. d\n\n4. e');
  await screen.findByText('text');
  const [tight, loose] = container.querySelectorAll('ul, :not(li) > ol');
  expect(tight?.outerHTML).toBe('<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>');
  expect(loose?.outerHTML).toBe('<ol start="3"><li><p>d</p></li><li><p>e</p></li></ol>');
});

test.each([
  ['[a](https://example.org/b)', 'https://example.org/b', '_blank'],
  ['[a][one]\n\n[one]: /inside', '/inside', null],
  ['[a](?a:b)', '?a:b', null],
  ['[a](JavaScript:alert(1))', '', null],
  ['[a](data:text/html,b)', '', null],
])('the link %j leads to %j', async (text, href, target) => {
  show(text);
  const link = await screen.findByText('a');
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([href, target]);
});

test('code keeps its language, its lines and its markup', async () => {
  const { container } = show('```python\na < 1\n\n  b\n```');
  await screen.findByText(/a < 1/);
  expect(container.querySelector('pre')?.innerHTML).toBe('<code class="language-python">a &lt; 1\n\n  b\n</code>');
});

const MARK = '\uE000';

test('a formula that the server has set is drawn as MathML', async () => {
  const { container } = show(`The loss is \`${MARK}<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math>\`.`);
  await screen.findByText(/The loss is/);
  expect(container.querySelector('math[display="block"] > msup > mi')?.textContent).toBe('x');
  expect(container.querySelector('code')).toBeNull();
});

const STYLED = `<span class="katex"><span style="height:1em;position:fixed;background:url(x)" onclick="a()">x</span></span>`;

test('a formula in HTML keeps the styles that place it, and no others', async () => {
  const { container } = show(`Look: \`${MARK}${STYLED}\``);
  await screen.findByText('x');
  const part = container.querySelector('.katex > span');
  expect(part?.getAttribute('style')).toBe('height: 1em;');
  expect(part?.attributes).toHaveLength(1);
  expect(part?.closest('[translate=no]')).not.toBeNull();
});

test('a displayed formula can be scrolled with the keyboard', async () => {
  const { container } = show(`\`${MARK}<span class="katex-display"><span class="katex">y</span></span>\``);
  await screen.findByText('y');
  expect(container.querySelector('[data-formula]')?.getAttribute('tabindex')).toBe('0');
});

test('a formula holds nothing that leads anywhere or runs', async () => {
  const evil = '<math><mi href="javascript:alert(1)" onclick="alert(1)">x</mi><script>alert(1)</script></math>';
  const { container } = show(`Look: \`${MARK}${evil}\``);
  await screen.findByText(/Look/);
  expect(container.querySelector('mi')?.attributes).toHaveLength(0);
  expect(container.querySelector('script')).toBeNull();
});

test('what is no MathML stays code', async () => {
  const { container } = show(`Look: \`${MARK}<svg/>\` and \`plain\``);
  await screen.findByText(/Look/);
  expect(container.querySelector('svg')).toBeNull();
  expect([...container.querySelectorAll('code')].map((code) => code.textContent)).toContain('plain');
});
