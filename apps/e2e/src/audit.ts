import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { NARROW, WIDE } from './journey';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Finding = { readonly rule: string; readonly places: readonly string[] };

async function findings(page: Page): Promise<readonly Finding[]> {
  // A sticky bottom bar overlaps content unless the page is scrolled to its end.
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

/** What sticks out of the right edge of the viewport, if the page scrolls sideways. */
const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth,
    );
    return [`${scrollWidth - clientWidth} px too wide`, ...wide.map(({ outerHTML }) => outerHTML.slice(0, 160))];
  });

/** Words that their box cuts off at the bottom. A visually hidden text is cut off on purpose. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, label, p, span, th, td, h1, h2, h3')]
      .filter((one) => one.childElementCount === 0 && getComputedStyle(one).overflowY === 'hidden')
      .filter(({ clientHeight, scrollHeight }) => clientHeight > 1 && scrollHeight > clientHeight)
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  );

/** What moves although the person asked for less motion. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration ?? 0) > 0)
      .map((one) => ((one.effect as KeyframeEffect).target?.outerHTML ?? '').slice(0, 160)),
  );

/** Expects that nothing moves on an attempt's page; journeys ask for less motion. The rule for targets of 24 px is one of axe. */
export async function expectStill(page: Page): Promise<void> {
  expect({ page: new URL(page.url()).pathname, moving: await moving(page) }).toMatchObject({ moving: [] });
}

const TOLERANCE_PX = 2;

/** Buttons and links that look like them whose words are not in the middle. */
const offCentre = (page: Page): Promise<readonly string[]> =>
  page.evaluate((tolerance) => {
    const middle = (one: Element) => one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2;
    return [...document.querySelectorAll('.mantine-Button-label')]
      .filter((label) => {
        const button = label.closest('.mantine-Button-root');
        return button !== null && Math.abs(middle(button) - middle(label)) > tolerance;
      })
      .map(({ textContent }) => textContent);
  }, TOLERANCE_PX);

async function inTheme(page: Page, scheme: 'light' | 'dark'): Promise<readonly Finding[]> {
  await page.emulateMedia({ colorScheme: scheme });
  const root = page.locator('html');
  // The preview page follows `prefers-color-scheme` without a switch.
  if (await root.getAttribute('data-mantine-color-scheme')) {
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  }
  return findings(page);
}

/** Expects no WCAG AA violation in either theme, exactly one `h1`, no horizontal overflow, no words cut off and all buttons with their words in the middle. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = {
    page: new URL(page.url()).pathname,
    light: await inTheme(page, 'light'),
    dark: await inTheme(page, 'dark'),
    headings: await page.locator('h1').count(),
    overflow: await overflow(page),
    cutOff: await cutOff(page),
    offCentre: await offCentre(page),
  };
  expect(found).toEqual({
    page: found.page,
    light: [],
    dark: [],
    headings: 1,
    overflow: [],
    cutOff: [],
    offCentre: [],
  });
}

/** Runs `expectAccessible` at laptop and small-phone width, then restores the viewport. */
export async function expectAccessibleAtBothWidths(page: Page): Promise<void> {
  const before = page.viewportSize() ?? WIDE;
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
  await page.setViewportSize(before);
}
