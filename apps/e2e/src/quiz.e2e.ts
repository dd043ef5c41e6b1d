import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleAtBothWidths } from './audit';
import { journey, NARROW, WIDE } from './journey';
import { beginEarlier } from './server-clock';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();
const strip = (page: Page, name: string) => page.getByRole('navigation', { name: 'Items' }).getByRole('link', { name });

/** Skills with few questions, of several kinds; the label ends with the count. */
const REGRESSION = /^Supervised: regression/;
const VALIDATION = /^Testing and validation design/;

type Wish = { readonly skills: readonly RegExp[]; readonly count: string; readonly minutes: string };

async function startQuiz(page: Page, { skills, count, minutes }: Wish): Promise<void> {
  await heading(page, 'New quiz').waitFor();
  for (const skill of skills) await page.getByRole('checkbox', { name: skill }).check();
  await page.getByRole('textbox', { name: 'How many questions' }).fill(count);
  await page.getByRole('radio', { name: 'With a clock' }).check();
  await page.getByRole('textbox', { name: 'Minutes' }).fill(minutes);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.getByRole('timer').waitFor();
}

/** Whether the page shows the given answer. */
type Look = () => Promise<boolean>;

/** Answers the item, whatever kind was drawn; returns a check that the answer is still shown. */
async function give(page: Page, nth: number): Promise<Look> {
  const main = page.getByRole('main');
  const options = main.getByRole('radio').or(main.getByRole('checkbox'));
  const field = main.getByRole('textbox').first();
  const steps = main.getByRole('button', { name: /^Add/ });
  await options.or(field).or(steps).first().waitFor();
  if ((await options.count()) > 0) {
    await options.nth(nth).check();
    return () => options.nth(nth).isChecked();
  }
  if ((await field.count()) > 0) {
    const text = String(nth + 2);
    await field.fill(text);
    return async () => (await field.inputValue()) === text;
  }
  const before = await steps.count();
  await steps.nth(nth).click();
  return async () => (await steps.count()) < before;
}

async function giveAndSave(page: Page, nth: number): Promise<Look> {
  const isKept = await give(page, nth);
  await saved(page);
  return isKept;
}

async function reloadInTheMiddle(page: Page, isKept: Look): Promise<void> {
  await page.reload();
  await heading(page, 'Question 2 of 2').waitFor();
  await page
    .getByText(/ · answered, flagged$/)
    .first()
    .waitFor();
  await page.getByRole('timer').waitFor();
  expect(await isKept()).toBe(true);
  await expectAccessibleAtBothWidths(page);
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await heading(page, 'Before you submit').waitFor();
  await page.getByText('2 answered · 1 flagged · 0 empty').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Submit quiz' }).click();
  await heading(page, /of 2 points$/).waitFor();
}

async function readExplanations(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'By skill' }).waitFor();
  await page.getByRole('heading', { name: 'Explanation', exact: true }).waitFor();
  // An item's own parts can be folded too: its summary begins with its number.
  const closed = page.locator('details:not([open]) > summary').filter({ hasText: /^\d+\. / });
  await closed.first().click();
  await page.getByRole('heading', { name: 'Explanation', exact: true }).nth(1).waitFor();
  await expectAccessibleAtBothWidths(page);
}

journey('a timed quiz survives a reload, is reviewed, submitted and explained', WIDE, async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Quiz' }).click();
  await heading(page, 'New quiz').waitFor();
  await expectAccessibleAtBothWidths(page);
  await startQuiz(page, { skills: [REGRESSION, VALIDATION], count: '2', minutes: '30' });
  await heading(page, 'Question 1 of 2').waitFor();
  await page.getByRole('timer').getByText('30 min left').waitFor();
  const isFirstKept = await giveAndSave(page, 0);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await heading(page, 'Question 2 of 2').waitFor();
  const isSecondKept = await giveAndSave(page, 1);
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  await strip(page, 'Item 2 of 2, answered, flagged').waitFor();
  await reloadInTheMiddle(page, isSecondKept);
  await page.getByRole('link', { name: 'Previous', exact: true }).click();
  await heading(page, 'Question 1 of 2').waitFor();
  expect(await isFirstKept()).toBe(true);
  await strip(page, 'Item 2 of 2, answered, flagged').click();
  await handIn(page);
  await readExplanations(page);
});

journey('an answer given offline is kept, and sent when the network returns', WIDE, async ({ page, context }) => {
  await page.goto('/quiz/new');
  await startQuiz(page, { skills: [VALIDATION], count: '1', minutes: '5' });
  await giveAndSave(page, 0);
  await context.setOffline(true);
  const isKept = await give(page, 1);
  await page.getByText('Kept on this device; sent when the server can be reached.').waitFor();
  await page.getByText(/^Offline\./).waitFor();
  await expectAccessible(page);
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await page.getByRole('timer').waitFor();
  expect(await isKept()).toBe(true);
});

journey('the server’s clock ends a quiz, and answers saved before count', NARROW, async ({ page }) => {
  await page.goto('/quiz/new');
  await startQuiz(page, { skills: [REGRESSION], count: '1', minutes: '1' });
  await heading(page, 'Question 1 of 1').waitFor();
  await giveAndSave(page, 0);
  const [, attemptId = ''] = /\/quiz\/([^?/]+)/.exec(page.url()) ?? [];
  await beginEarlier(attemptId, 50);
  await page.reload();
  await page
    .getByRole('timer')
    .getByText(/^0:0\d left$/)
    .waitFor();
  await page.getByText('Time ran out and the quiz ended. What was saved before counts.').waitFor();
  await heading(page, /of 1 points$/).waitFor();
  await page.getByRole('heading', { name: 'Explanation', exact: true }).waitFor();
  await expectAccessible(page);
});

/** Sets the device's clock while the page is open: its date jumps, its timers do not. */
const setDeviceClock = (page: Page, hours: number) =>
  page.evaluate((by) => {
    const shift = by * 3_600_000;
    const RealDate = Date;
    window.Date = new Proxy(RealDate, {
      construct: (real, [time]: [number?]) => new real(time ?? real.now() + shift),
      get: (real, name): unknown => (name === 'now' ? () => real.now() + shift : Reflect.get(real, name)),
    });
  }, hours);

const askedForTime = (page: Page) =>
  page.waitForResponse((response) => (response.request().postData() ?? '').includes('SittingClock'));

journey('setting the device clock during a quiz changes nothing', WIDE, async ({ page }) => {
  await page.goto('/quiz/new');
  await startQuiz(page, { skills: [VALIDATION], count: '1', minutes: '30' });
  for (const hours of [3, -6]) {
    await Promise.all([askedForTime(page), setDeviceClock(page, hours)]);
    await page
      .getByRole('timer')
      .getByText(/^(30|29) min left$/)
      .waitFor();
    expect(await page.getByText(/^Time is up/).count()).toBe(0);
  }
  await giveAndSave(page, 0);
});
