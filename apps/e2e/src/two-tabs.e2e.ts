import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleAtBothWidths } from './audit';
import { CodePage } from './code-page';
import { journey, NARROW, WIDE } from './journey';

/** The same account in a second tab, at the same address. */
async function inAnotherTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
}

/**
 * The page does not learn of other tabs until it saves. It reads an item again when its window gets the focus, which a
 * browser under control gives it at moments of its own.
 */
async function keepUnaware(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('"ItemNow"')) await route.continue();
  });
}

const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();
const twoVersions = (page: Page) => page.getByText('Not saved yet: there are two versions.').waitFor();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Two versions of this answer' });

async function compare(page: Page) {
  await page.getByRole('button', { name: 'Compare and choose' }).click();
  await dialog(page).waitFor();
  return {
    mine: dialog(page).getByRole('region', { name: 'Your version, on this page' }),
    other: dialog(page).getByRole('region', { name: /^The other version/ }),
  };
}

const choose = (page: Page, name: 'Keep mine' | 'Use the other') => dialog(page).getByRole('button', { name }).click();

async function openHistory(page: Page) {
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  const drawer = page.getByRole('dialog', { name: 'Earlier versions' });
  await drawer.getByRole('listitem').first().waitFor();
  return drawer;
}

journey(
  'code written in two tabs: both versions survive, and an earlier one is brought back',
  WIDE,
  async ({ page }) => {
    await keepUnaware(page);
    await page.goto('/questions/code.average-precision-ties');
    const code = new CodePage(page);
    await code.writePlainly('Python', '# before');
    await saved(page);
    const other = await inAnotherTab(page);
    await new CodePage(other).writePlainly('Python', '# from the other tab');
    await saved(other);
    await code.writePlainly('Python', '# from this tab');
    await twoVersions(page);
    const { mine, other: theirs } = await compare(page);
    await mine.getByText('# from this tab').waitFor();
    await theirs.getByText('# from the other tab').waitFor();
    await expectAccessibleAtBothWidths(page);
    // A narrow window has another layout, which opens without the dialog.
    await compare(page);
    await choose(page, 'Keep mine');
    await saved(page);
    const drawer = await openHistory(page);
    expect(await drawer.getByRole('listitem').count()).toBe(4);
    await expectAccessible(page);
    await drawer.getByRole('listitem').filter({ hasText: 'Not used' }).getByRole('button', { name: /^Show/ }).click();
    await drawer.getByText('# from this tab').waitFor();
    const third = drawer.getByRole('listitem').filter({ hasNotText: /Current|Not used/ });
    await third.first().getByRole('button', { name: /^Show/ }).click();
    await third.first().getByRole('button', { name: 'Bring back' }).click();
    await saved(page);
    const editor = page.getByRole('textbox', { name: 'Code, Python' });
    expect(await editor.inputValue()).toBe('# from the other tab');
  },
);

journey('a choice made in two tabs: Check never scores the one that is not shown', NARROW, async ({ page }) => {
  await keepUnaware(page);
  await page.goto('/questions/choice.rare-event-accuracy');
  await page.getByRole('radio').first().check();
  await saved(page);
  const other = await inAnotherTab(page);
  await other.getByRole('radio').nth(1).check();
  await saved(other);
  // Nothing is unsaved here, so the other tab's answer is shown in place of being scored unseen.
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(/saved a different answer since/).waitFor();
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
  await other.getByRole('radio').nth(2).check();
  await saved(other);
  await page.getByRole('radio').first().check();
  await twoVersions(page);
  const { mine, other: theirs } = await compare(page);
  expect(await mine.getByRole('radio').first().isChecked()).toBe(true);
  expect(await theirs.getByRole('radio').nth(2).isChecked()).toBe(true);
  await expectAccessible(page);
  await choose(page, 'Use the other');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('heading', { name: 'Explanation' }).waitFor();
});

/** Starts a quiz and opens its first item that is answered by one of three options. */
async function startQuizAtAChoice(page: Page): Promise<void> {
  await page.goto('/quiz/new');
  await page.getByRole('checkbox', { name: /^Testing and validation design/ }).check();
  await page.getByRole('textbox', { name: 'How many questions' }).fill('5');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const main = page.getByRole('main');
  const fields = main.getByRole('radio').or(main.getByRole('checkbox')).or(main.getByRole('textbox'));
  for (let position = 1; position <= 5; position += 1) {
    await page.getByRole('heading', { level: 1, name: `Question ${position} of 5` }).waitFor();
    await fields
      .or(main.getByRole('button', { name: /^Add/ }))
      .first()
      .waitFor();
    if ((await main.getByRole('radio').count()) >= 3) return;
    await page.getByRole('link', { name: 'Next', exact: true }).click();
  }
  throw new Error('None of the drawn questions is answered by one of three options.');
}

const review = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Review and submit' }).click();
};

const outcome = (page: Page) => page.getByRole('heading', { level: 1, name: /of \d+ points$/ }).waitFor();

journey(
  'a quiz in two tabs: two versions are told before it is submitted, and the end after it',
  WIDE,
  async ({ page }) => {
    await startQuizAtAChoice(page);
    const at = page.url();
    await page.getByRole('radio').first().check();
    await saved(page);
    const other = await inAnotherTab(page);
    await other.getByRole('radio').nth(1).check();
    await saved(other);
    await page.getByRole('radio').nth(2).check();
    await twoVersions(page);
    await review(page);
    await page.getByRole('button', { name: 'Submit quiz' }).click();
    await page.getByText(/^Not submitted: question \d has two versions/).waitFor();
    await expectAccessible(page);
    await page.goBack();
    expect(page.url()).toBe(at);
    const { mine } = await compare(page);
    expect(await mine.getByRole('radio').nth(2).isChecked()).toBe(true);
    await choose(page, 'Keep mine');
    await saved(page);
    await openHistory(page);
    await page.keyboard.press('Escape');
    await review(page);
    await page.getByRole('button', { name: 'Submit quiz' }).click();
    await outcome(page);
    // The other tab was not told: its answer is refused, which is no unsent answer, and leads on.
    await other.getByRole('radio').first().check();
    await outcome(other);
  },
);
