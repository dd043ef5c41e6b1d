import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { NARROW, WIDE } from './journey';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Finding = { readonly rule: string; readonly places: readonly string[] };

async function findings(page: Page): Promise<readonly Finding[]> {
  // What sticks to the bottom lies over something anywhere but at the end.
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (rules) => (await (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: rules })).violations,
    RULES,
  );
  return violations.map(({ id, nodes }) => ({
    rule: id,
    places: nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
  }));
}

/** How much of the page lies beyond the right edge of the screen. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function inTheme(page: Page, scheme: 'light' | 'dark'): Promise<readonly Finding[]> {
  await page.emulateMedia({ colorScheme: scheme });
  const root = page.locator('html');
  // The page of a preview follows the browser by itself.
  if (await root.getAttribute('data-mantine-color-scheme')) {
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  }
  return findings(page);
}

/** Finds nothing against WCAG AA in either theme, one heading of the first level, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = {
    page: new URL(page.url()).pathname,
    light: await inTheme(page, 'light'),
    dark: await inTheme(page, 'dark'),
    headings: await page.locator('h1').count(),
    overflow: await overflow(page),
  };
  expect(found).toEqual({ page: found.page, light: [], dark: [], headings: 1, overflow: 0 });
}

/** The same on a laptop and on a small phone; the page is then again as wide as it was. */
export async function expectAccessibleAtBothWidths(page: Page): Promise<void> {
  const before = page.viewportSize() ?? WIDE;
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
  await page.setViewportSize(before);
}
