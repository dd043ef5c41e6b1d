import type { Page } from 'playwright-core';
import { journey, WIDE } from './journey';
import { Keyboard } from './keyboard';
import { found, signUp } from './people';

const AUTHOR = { name: 'Kim', email: 'kim@lighthouse.example' };
const ORGANIZATION = 'Lighthouse';
const TITLES = [
  'Accuracy with imbalanced classes',
  "Bayes' rule: positive predictive value of a screening test",
] as const;

async function create(page: Page, keys: Keyboard): Promise<void> {
  await page.goto('/o/lighthouse/assessments');
  await keys.press(page.getByRole('link', { name: 'Propose one for a role' }), 'Enter');
  await page.getByRole('heading', { level: 1, name: 'New assessment' }).waitFor();
  await keys.expectFocusKept();
  await keys.press(page.getByRole('link', { name: 'Empty', exact: true }), 'Enter');
  await keys.type(page.getByRole('textbox', { name: 'Title' }), 'ML engineer, by keyboard');
  await keys.press(page.getByRole('button', { name: 'Create and open the builder' }), 'Enter');
  await page.getByText('No sections yet').waitFor();
  await keys.expectFocusKept();
}

async function addQuestions(page: Page, keys: Keyboard): Promise<void> {
  const search = page.getByRole('region', { name: 'Search' });
  for (const title of TITLES) {
    // From a result back to the search is the other way round.
    await keys.to(search.getByRole('searchbox', { name: 'Search' }), title === TITLES[0] ? 'Tab' : 'Shift+Tab');
    await keys.type(search.getByRole('searchbox', { name: 'Search' }), title);
    await keys.press(search.getByRole('button', { name: `Add: ${title}` }), 'Enter');
    await search.getByRole('button', { name: 'In the draft' }).waitFor();
    await keys.expectFocusKept();
  }
}

/** The second question before the first; the focus stays with the question that moves. */
async function reorder(page: Page, keys: Keyboard): Promise<void> {
  const [first, second] = TITLES;
  const up = page.getByRole('button', { name: `Move up: ${second}` });
  await keys.press(up, 'Space');
  const entries = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Move up:/ }) });
  await entries.first().getByText(second).first().waitFor();
  await keys.expectFocusKept();
  expect(await entries.last().getByText(first).count()).toBeGreaterThan(0);
}

async function publish(page: Page, keys: Keyboard): Promise<void> {
  await page.getByText('No errors: it can be published').waitFor();
  await page.getByText(/^Saved \d/).waitFor();
  await keys.to(page.getByRole('button', { name: 'Review and publish' }), 'Shift+Tab');
  await keys.press(page.getByRole('button', { name: 'Review and publish' }), 'Enter');
  const act = page.getByRole('button', { name: 'Publish version 1' });
  await act.waitFor();
  await keys.expectFocusKept();
  await keys.press(act, 'Enter');
  await page
    .getByText(/ready: people can be invited$/i)
    .first()
    .waitFor();
  await keys.expectFocusKept();
}

journey(
  'by keyboard alone an assessment is created, filled, ordered and published; every stop is seen',
  WIDE,
  async ({ page }) => {
    await signUp(page, AUTHOR);
    await found(page, ORGANIZATION);
    const keys = new Keyboard(page);
    await create(page, keys);
    await addQuestions(page, keys);
    await reorder(page, keys);
    await publish(page, keys);
  },
);
