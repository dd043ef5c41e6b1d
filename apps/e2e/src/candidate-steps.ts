import type { Page } from 'playwright-core';
import { expectAccessibleAtBothWidths } from './audit';
import { CodePage } from './code-page';
import { codeMailedTo } from './people';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const saved = (page: Page) =>
  page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();

/** Opens the mailed link, reads what it says, checks the set-up, agrees and starts. */
export async function start(page: Page, link: string, organization: string): Promise<void> {
  await page.goto(link);
  await page.getByText(`${organization} invites you`).waitFor();
  expect(new URL(page.url()).pathname).toBe('/i');
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'Check your set-up' }).click();
  await heading(page, 'Check your set-up').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('checkbox', { name: /^I have read what is recorded/ }).check();
  await page.getByRole('button', { name: /^Start the/ }).click();
  await page.getByRole('timer').waitFor();
}

export async function answerChoice(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await saved(page);
  await expectAccessibleAtBothWidths(page);
}

export async function answerNumber(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('textbox').first().fill('12.5');
  await saved(page);
  await expectAccessibleAtBothWidths(page);
}

/** Runs the code on the public cases and sends it. What hidden cases say is not shown. */
export async function sendCode(page: Page, source: string): Promise<void> {
  const code = new CodePage(page);
  await code.writePlainly('Python', source);
  await code.run();
  await code.submit();
  await page
    .getByText(/^Received \d/)
    .first()
    .waitFor();
  await expectAccessibleAtBothWidths(page);
  expect(await page.getByText(/of \d+ points/).count()).toBe(0);
}

export const next = (page: Page): Promise<void> => page.getByRole('link', { name: 'Next', exact: true }).click();

/** Opens the mailed link in another browser, which needs a code from a second message. */
export async function continueElsewhere(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await heading(page, 'This link was opened in another browser').waitFor();
  await page.getByRole('button', { name: 'Send a code' }).click();
  await page.getByText(/^A code was sent to/).waitFor();
  await expectAccessibleAtBothWidths(page);
  const mailbox = await page.context().newPage();
  const code = await codeMailedTo(mailbox, email);
  await mailbox.close();
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Continue here' }).click();
  await page.getByRole('link', { name: 'Resume the assessment' }).click();
  await page.getByRole('timer').waitFor();
}

/** Submits, and gives the code of the receipt. */
export async function submitAssessment(page: Page, answered: string): Promise<void> {
  await page.getByRole('link', { name: 'Finish…' }).first().click();
  await heading(page, 'Before you submit').waitFor();
  await page.getByText(answered).waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Submit assessment' }).click();
  await heading(page, 'Your assessment was received').waitFor();
  await page.getByText('3 of 3', { exact: true }).waitFor();
  await expectAccessibleAtBothWidths(page);
}
