// eslint-disable-next-line @nx/enforce-module-boundaries -- what the server sets and what the page draws are tested together
import { setFormulas } from '@holdout/formulas';
import { render } from '@testing-library/react';
import { globSync, readFileSync } from 'node:fs';
import { Formula } from './formula';

const MARKED = /`(\uE000[^`]*)`/g;

/** What a formula is made of: its elements, those with a place of their own, and its characters. */
const madeOf = (root: Element) => ({
  elements: root.querySelectorAll('*').length,
  styled: [...root.querySelectorAll('[style]')].filter((one) => one.getAttribute('style') !== '').length,
  text: root.textContent,
});

test('every formula of the bank is drawn with all its parts', () => {
  const texts = globSync('bank/questions/*/question.{md,yaml}').map((path) => readFileSync(path, 'utf8'));
  const formulas = new Set(
    texts.flatMap((text) => [...setFormulas(text).matchAll(MARKED)].map(([, code = '']) => code)),
  );
  expect(formulas.size).toBeGreaterThan(200);
  for (const code of formulas) {
    const { container, unmount } = render(<Formula code={code} />);
    const given = new DOMParser().parseFromString(code.slice(1), 'application/xml').documentElement;
    const drawn = container.querySelector('.katex-display, .katex');
    expect([code, drawn && madeOf(drawn)]).toEqual([code, madeOf(given)]);
    unmount();
  }
});
