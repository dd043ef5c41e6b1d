import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleAtBothWidths } from './audit';
import { bankFile } from './bank';
import { CodePage } from './code-page';
import { journey, NARROW, WIDE } from './journey';

const ALL_POINTS = /^(\d+) of \1 points$/;

async function open(page: Page, slug: string, title: string): Promise<void> {
  await page.goto(`/questions/${slug}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: /^(Check|Finish)$/ }).waitFor();
}

const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();

/** Presses Check and expects full points. */
async function checkAll(page: Page): Promise<void> {
  await saved(page);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('heading', { name: 'Explanation' }).waitFor();
  await page.getByText(ALL_POINTS).first().waitFor();
}

const choose = (page: Page, option: string) => page.getByRole('radio', { name: option }).check();

/** Expects a ring on the clicked point, to within one pixel. */
async function expectRingAt(page: Page, x: number, y: number): Promise<void> {
  const rings = page.locator('[class*="ring"]');
  await rings.first().waitFor();
  const boxes = await rings.evaluateAll((all) => all.map((ring) => ring.getBoundingClientRect().toJSON() as DOMRect));
  const away = boxes.map((box) => Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y));
  expect(Math.min(...away)).toBeLessThan(1);
}

const pickedInTable = (page: Page, depth: number): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^Pick Depth of the tree ${String(depth)},`), pressed: true })
    .first()
    .waitFor();

async function answerPlot(page: Page): Promise<void> {
  await open(page, 'plot.depth-two-lines', 'Training and validation error against tree depth');
  const box = await page.locator('svg path[aria-label^="Depth of the tree: 2;"]').first().boundingBox();
  if (box === null) throw new Error('The chart shows no point at depth 2.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await expectRingAt(page, x, y);
  const list = page.getByRole('combobox', { name: 'Your point' });
  await list.getByRole('option', { name: '2', exact: true, selected: true }).waitFor({
    state: 'attached',
  });
  // The same by keyboard, and in the table: down to depth 3, and back up.
  await list.press('ArrowDown');
  await page.getByText('Show as table').click();
  await pickedInTable(page, 3);
  await list.press('ArrowUp');
  await pickedInTable(page, 2);
  await choose(page, 'The tree memorises its training rows (overfitting).');
  await expectAccessibleAtBothWidths(page);
  await checkAll(page);
  await page.getByText('Right: Depth of the tree 2').waitFor();
  await expectAccessibleAtBothWidths(page);
}

const IN_ORDER = [
  'Test training-serving parity: the serving path gives the same scores as the offline code',
  'Run in shadow mode: score live traffic without showing the results',
  'Release to 2 % of users as a canary, and watch the guardrail metrics',
  'Run the A/B test, sized for the smallest effect that matters',
  'Roll out to all users, and keep the old model ready for a rollback',
];

/** Answers by keyboard only, with the first two steps in the wrong order at first. */
async function answerOrdering(page: Page): Promise<void> {
  await open(page, 'ordering.safe-release', 'Model rollout: from offline test to full traffic');
  const [first = '', second = '', ...others] = IN_ORDER;
  for (const step of [second, first, ...others]) {
    await page.getByRole('button', { name: `Add: ${step}` }).press('Enter');
  }
  const up = page.getByRole('button', { name: `Move up: ${first}` });
  await up.press('Alt+ArrowUp');
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByText(`${first}, moved to 1 of 5`).waitFor({ state: 'attached' });
  await expectAccessibleAtBothWidths(page);
  await checkAll(page);
  await page.getByText('Data that was used to choose a threshold can no longer evaluate it.').waitFor();
  await expectAccessibleAtBothWidths(page);
}

async function answerReading(page: Page): Promise<void> {
  await open(page, 'reading.scaled-before-split', 'Data leakage in a preprocessing script');
  await page.getByRole('checkbox', { name: /^Line 2:/ }).press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.getByText('Marked: line 1').waitFor();
  await choose(page, 'It is distorted, in a direction that the code does not show.');
  await choose(page, 'Split first, and fit a pipeline of scaler and model on the training rows.');
  await expectAccessibleAtBothWidths(page);
  await checkAll(page);
  await page.getByText('Right line', { exact: true }).waitFor();
  await expectAccessibleAtBothWidths(page);
}

async function answerText(page: Page): Promise<void> {
  await open(page, 'text.inputs-have-moved', 'Drift after deployment: name the type');
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Covariate  SHIFT');
  await checkAll(page);
  await expectAccessibleAtBothWidths(page);
}

async function answerNumeric(page: Page): Promise<void> {
  await page.goto('/questions/numeric.convolution-size');
  // Variants are generated after the start; the page retries until they exist.
  await page.getByRole('button', { name: 'Check', exact: true }).waitFor();
  const field = page.getByRole('textbox', { name: 'Your answer' });
  for (const [typed, readAs] of [
    ['1e-3', /^= 0\.001\b/],
    ['0.5 %', /^= 0\.005\b/],
    ['1,000', /^= 1000\b/],
    ['\u200e10²\u202c', /^= 100\b/],
  ] as const) {
    await field.fill(typed);
    await page.getByText(readAs).waitFor();
  }
  await saved(page);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText(/^The answer is /).waitFor();
  await expectAccessible(page);
}

journey('questions with a key are answered by mouse and keyboard, and explained', WIDE, async ({ page }) => {
  await answerPlot(page);
  await answerOrdering(page);
  await answerReading(page);
  await answerText(page);
});

async function markEverything(page: Page): Promise<void> {
  for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Save the marks' }).click();
  await page.getByText('Marked by you').waitFor();
}

journey('a scenario shows its follow-ups one by one, and is self-marked', WIDE, async ({ page }) => {
  await open(page, 'scenario.director-wants-99', 'The director wants 99 % accuracy');
  await page
    .getByRole('textbox', { name: 'Your answer' })
    .fill('I would ask what each kind of error costs, and to whom.');
  await expectAccessibleAtBothWidths(page);
  expect(await page.getByRole('heading', { name: /^Follow-up/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show the follow-up' }).click();
  const followUp = page.getByRole('heading', { name: 'Follow-up 1' });
  await followUp.waitFor();
  expect(await followUp.evaluate((title) => title === document.activeElement)).toBe(true);
  await page.getByText('I would ask what each kind of error costs, and to whom.').waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Then I would show the figures of the trial.');
  await saved(page);
  await page.reload();
  await page.getByText('Then I would show the figures of the trial.').waitFor();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('main').getByText('Waiting for your marks').waitFor();
  await page.getByRole('heading', { name: 'A strong answer' }).waitFor();
  await expectAccessibleAtBothWidths(page);
  await markEverything(page);
});

async function drawBox(page: Page): Promise<void> {
  const canvas = page.getByRole('group', { name: 'Canvas' });
  const surface = canvas.locator('canvas.interactive');
  await surface.waitFor();
  await surface.scrollIntoViewIfNeeded();
  await canvas.locator('[data-testid="toolbar-rectangle"]').check({ force: true });
  const box = await surface.boundingBox();
  if (box === null) throw new Error('There is no canvas to draw on.');
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40, { steps: 4 });
  await page.mouse.up();
  // The drawing is at the pointer position, although the page has scrolled since the canvas loaded.
  expect(await canvas.getByRole('button', { name: 'Scroll back to content' }).count()).toBe(0);
}

journey('a design is drawn and written; its numbers are checked immediately', WIDE, async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('"scene":"')) sent.push(request.postData() ?? '');
  });
  await open(page, 'design.support-assistant-four-languages', 'RAG support assistant in four languages');
  await page.getByRole('textbox', { name: 'Cost of the model for a thousand chats' }).fill('26');
  await page.getByRole('textbox', { name: 'Your answer: Goal and decision' }).fill('Answer, ask, refuse or hand over.');
  await drawBox(page);
  await saved(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('The answer is 26 euros.').waitFor();
  expect(sent.some((body) => body.includes('rectangle'))).toBe(true);
  await markEverything(page);
  await expectAccessible(page);
});

journey('on a phone a design shows blocks first, and the canvas on request', NARROW, async ({ page }) => {
  await open(page, 'design.support-assistant-four-languages', 'RAG support assistant in four languages');
  await page.getByRole('textbox', { name: 'Your answer: Goal and decision' }).waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
  await page.getByRole('button', { name: 'Draw on a canvas' }).click();
  await page.locator('canvas.interactive').waitFor();
  await expectAccessible(page);
});

/** Reloads until the question's cases exist: after the start they are generated one question at a time. */
async function openOnceMade(page: Page, slug: string): Promise<void> {
  const publicCases = page.getByRole('heading', { name: 'Public cases' });
  do {
    await page.goto(`/questions/${slug}`);
    await page.getByRole('button', { name: 'Submit', exact: true }).waitFor();
  } while (!(await publicCases.isVisible()));
}

journey('the coverage page is public, and usable on a phone', WIDE, async ({ page }) => {
  await page.goto('/coverage');
  await page.getByText(/^The public bank has \d+ questions on \d+ of \d+ skills\.$/).waitFor();
  const code = page.getByRole('table', { name: 'By kind and level' }).getByRole('row', { name: /^Code / });
  await code.waitFor();
  await expectAccessibleAtBothWidths(page);
});

journey('code in R and in JavaScript is graded', WIDE, async ({ page }) => {
  const code = new CodePage(page);
  await openOnceMade(page, 'code.ozone-by-month');
  await code.writePlainly('R', bankFile('code.ozone-by-month', 'solution/main.R'));
  await code.submit();
  await code.verdict('Passed');
  await openOnceMade(page, 'code.token-bucket-rate-limit');
  await code.choose('JavaScript');
  await code.writePlainly('JavaScript', bankFile('code.token-bucket-rate-limit', 'solution/main.mjs'));
  await code.submit();
  await code.verdict('Passed');
});

journey('a number is parsed in common notations', WIDE, async ({ page }) => {
  await answerNumeric(page);
});
