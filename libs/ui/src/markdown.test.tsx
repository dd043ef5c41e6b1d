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

test('a formula is set and can be read as MathML', async () => {
  const { container } = show('The loss is $\\sum_i (y_i - \\hat{y}_i)^2$.');
  await screen.findByText(/The loss is/);
  expect(container.querySelector('math')).not.toBeNull();
});
