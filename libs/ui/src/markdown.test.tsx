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

const MARK = '\uE000';

test('a formula that the server has set is drawn as MathML', async () => {
  const { container } = show(`The loss is \`${MARK}<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math>\`.`);
  await screen.findByText(/The loss is/);
  expect(container.querySelector('math[display="block"] > msup > mi')?.textContent).toBe('x');
  expect(container.querySelector('code')).toBeNull();
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
