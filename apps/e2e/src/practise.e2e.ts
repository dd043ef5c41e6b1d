import type { Page } from 'playwright-core';
import { expectAccessible, expectAccessibleAtBothWidths } from './audit';
import { bankFile } from './bank';
import { CodePage } from './code-page';
import { journey, NARROW, WIDE } from './journey';

const RARE_EVENT = 'Nothing about faults yet; ask for its recall and its precision on the faulty readings.';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function toQuestions(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Questions' }).click();
  await heading(page, 'Questions').waitFor();
}

/** Searches for one question, because the catalogue shows fifty at a time. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(words);
}

async function openQuestion(page: Page, title: string): Promise<void> {
  await toQuestions(page);
  await search(page, title);
  await page.getByRole('link', { name: title }).click();
  await heading(page, title).waitFor();
}

/** Filters the catalogue to one skill, by a chip that is stored in the URL. */
async function filterBySkill(page: Page): Promise<void> {
  const table = page.getByRole('table', { name: /Questions/ });
  await table.getByRole('link', { name: 'Clean two-digit years: release dates in the future' }).waitFor();
  await page
    .getByText(/^Evaluation .*\(\d+\)$/)
    .first()
    .click();
  await page.getByRole('checkbox', { name: /^Classification metrics/ }).click();
  await table
    .getByRole('link', { name: 'Clean two-digit years: release dates in the future' })
    .waitFor({ state: 'detached' });
  await page.getByRole('group', { name: 'Filters in use' }).waitFor();
  expect(page.url()).toContain('skill=eval.classmetrics');
}

async function answerChoice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Accuracy with imbalanced classes' }).click();
  await heading(page, 'Accuracy with imbalanced classes').waitFor();
  await page.getByRole('radio', { name: RARE_EVENT }).check();
  await page.getByText(/^Saved \d/).waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('heading', { name: 'Explanation' }).waitFor();
  await page.getByText('1 of 1 points').waitFor();
  await page.getByText(/Calling every reading normal is right 119 times in 120/).waitFor();
  await page.getByText('Not chosen by you').nth(1).waitFor();
  await expectAccessibleAtBothWidths(page);
}

async function solveSensorTask(page: Page): Promise<void> {
  await openQuestion(page, 'Faulty sensors in a new building');
  const code = new CodePage(page);
  await code.paste('Python', bankFile('model.sensor-new-building', 'solution/main.py'));
  await page.getByText(/^Saved \d/).waitFor();
  await code.run();
  await code.output
    .getByText(/^Run at/)
    .filter({ visible: true })
    .waitFor();
  await code.submit();
  const verdict = await code.verdict('Passed');
  await verdict.getByText(/^Average precision: 0\.\d+ \(0\.\d+–\S+\)$/).waitFor();
  await verdict.getByText(/^pass 0\.\d+/).waitFor();
  await expectAccessible(page);
}

async function solveSql(page: Page): Promise<void> {
  await openQuestion(page, 'Top three routes by late flights per month (RANK)');
  const code = new CodePage(page);
  await code.writePlainly('SQL', bankFile('code.late-flights-by-route', 'solution/main.sql'));
  await code.submit();
  await code.verdict('Passed');
  await expectAccessible(page);
}

/** Records what the browser receives about submissions on hidden cases, over HTTP and WebSocket. */
function watchSubmissions(page: Page): { readonly cases: unknown[] } {
  const cases: unknown[] = [];
  const collect = (text: string) => {
    const found = [...text.matchAll(/"purpose":"SUBMIT".*?"cases":\[(.*?)\]/g)];
    cases.push(...found.map(([, inside]) => inside));
  };
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => collect(String(payload))));
  return { cases };
}

async function failOneGroup(page: Page): Promise<void> {
  const told = watchSubmissions(page);
  await openQuestion(page, 'Clean two-digit years: release dates in the future');
  const code = new CodePage(page);
  await code.writePlainly('Python', bankFile('code.films-from-the-future', 'mutants/compares-years-only.py'));
  await code.submit();
  const verdict = await code.verdict('Wrong answer');
  const failed = verdict.getByRole('row', { name: /Releases just before and just after the export/ });
  await failed.getByText('0 of 3', { exact: true }).first().waitFor();
  await failed.getByText('Compare whole dates; the day of the export itself is possible.').waitFor();
  expect(await verdict.getByRole('row', { name: /Wrong answer/ }).count()).toBe(1);
  expect(await verdict.getByRole('row', { name: /Passed/ }).count()).toBe(3);
  expect(await verdict.getByText(/Expected|Input/, { exact: true }).count()).toBe(0);
  expect(new Set(told.cases)).toEqual(new Set(['']));
  await expectAccessible(page);
}

async function signUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account: Guest' }).click();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await heading(page, 'Create an account').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Someone');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`someone-${String(Date.now())}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('four plain words together');
  await page.getByRole('button', { name: 'Create account' }).click();
  await heading(page, 'Check your mail').waitFor();
  await expectAccessibleAtBothWidths(page);
  await openMailedLink(page, 'Confirm your e-mail address');
  await heading(page, 'Finish creating your account').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByLabel('Password', { exact: true }).fill('four plain words together');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('button', { name: 'Account: Someone' }).waitFor();
}

/** Opens the link of the newest message with this subject in the local mailbox. */
async function openMailedLink(page: Page, subject: string): Promise<void> {
  await page.getByRole('link', { name: 'Open the mailbox' }).click();
  await page.getByRole('link', { name: subject }).first().click();
  await page.getByRole('tab', { name: 'Plain text' }).click();
  const text = await page.getByText(/https?:\/\/\S+\/confirm\//).innerText();
  await page.goto(/https?:\/\/\S+\/confirm\/\S+/.exec(text)?.[0] ?? '');
}

async function findTheWorkKept(page: Page): Promise<void> {
  await toQuestions(page);
  const states = {
    'Accuracy with imbalanced classes': 'Done',
    'Top three routes by late flights per month (RANK)': 'Done',
    'Clean two-digit years: release dates in the future': 'Tried',
    'Faulty sensors in a new building': 'Done',
  };
  for (const [title, state] of Object.entries(states)) {
    await search(page, title);
    await page.getByRole('row', { name: title }).getByText(state).waitFor();
  }
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Progress' }).click();
  await heading(page, 'Progress').waitFor();
  await page.getByText('Not enough yet').first().waitFor();
  await expectAccessibleAtBothWidths(page);
}

journey('a visitor practises, sees verdicts, and keeps all work by signing up', WIDE, async ({ page }) => {
  await page.goto('/');
  await heading(page, 'Graded on data you have not seen, with a score that knows its own error.').waitFor();
  await page.getByRole('button', { name: 'Answer it here' }).waitFor();
  await expectAccessibleAtBothWidths(page);
  await toQuestions(page);
  await expectAccessibleAtBothWidths(page);
  await filterBySkill(page);
  await answerChoice(page);
  await solveSensorTask(page);
  await solveSql(page);
  await failOneGroup(page);
  await signUp(page);
  await findTheWorkKept(page);
});

journey('a choice question is found, answered and explained by the keyboard alone', WIDE, async ({ page }) => {
  const { keyboard } = page;
  await page.goto('/questions');
  await page.getByRole('link', { name: 'Accuracy with imbalanced classes' }).waitFor();
  await keyboard.press('/');
  await keyboard.type('rare event');
  await page
    .getByRole('link', { name: 'Clean two-digit years: release dates in the future' })
    .waitFor({ state: 'detached' });
  await keyboard.press('Tab');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await heading(page, 'Accuracy with imbalanced classes').waitFor();
  await page.getByRole('radio').first().waitFor();
  await keyboard.press('2');
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Explanation' }).waitFor();
});

journey('a phone shows filters in a sheet, and code as question, answer and output', NARROW, async ({ page }) => {
  await page.goto('/questions');
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('checkbox', { name: 'Code' }).click();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: /^Show \d+$/ }).click();
  await page.getByRole('link', { name: 'Revenue of shipped orders without join fan-out' }).click();
  await heading(page, 'Revenue of shipped orders without join fan-out').waitFor();
  await page.getByRole('tab', { name: 'Answer' }).click();
  await page.getByRole('textbox', { name: 'Code, SQL' }).fill(bankFile('code.shipped-revenue', 'solution/main.sql'));
  const code = new CodePage(page);
  await expectAccessible(page);
  await code.submit();
  await page.getByRole('tab', { name: 'Output' }).first().click();
  await code.verdict('Passed');
  await expectAccessible(page);
});
