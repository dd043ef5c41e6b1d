import type { Page } from 'playwright-core';
import { addQuestions, invitePasted, leaveByBack, newEmptyAssessment, publishDraft } from './assessment-steps';
import { expectAccessibleAtBothWidths } from './audit';
import { bankFile } from './bank';
import { answerChoice, answerNumber, next, sendCode, start, submitAssessment } from './candidate-steps';
import { journey, WIDE } from './journey';
import { found, linkMailedTo, signUp } from './people';

/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;

const MANAGER = { name: 'Noor', email: 'noor@harbour.example' };
const ORGANIZATION = 'Harbour lab';
const PROGRAM = 'code.average-precision-ties';
const TITLES = [
  'Accuracy with imbalanced classes',
  "Bayes' rule: positive predictive value of a screening test",
  'Average precision (PR-AUC) with tied scores',
];
const CANDIDATE = 'ada@people.example';
/** As copied from a mail program and a spreadsheet. The last line is read as a list of two, of whom one has no address. */
const LIST = [
  `Ada Example <${CANDIDATE}>`,
  'Bo Example\tbo@people.example',
  '"Example, Cleo" <cleo@people.example>',
  'dag@people.example',
  'eve@people.example, Eve',
].join('\n');

async function take(page: Page): Promise<void> {
  await start(page, await linkMailedTo(page, CANDIDATE), ORGANIZATION);
  await answerChoice(page);
  await next(page);
  await answerNumber(page);
  await next(page);
  await sendCode(page, bankFile(PROGRAM, 'solution/main.py'));
  await submitAssessment(page, '3 answered · 0 flagged · 0 empty');
}

/** Code is graded in the background: the page is loaded again until no points wait. */
async function seeTotal(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: CANDIDATE });
  const until = Date.now() + CONDITION_MS;
  do {
    await page.reload();
    await row.getByText('Submitted').waitFor();
  } while ((await row.getByText('not awarded yet').count()) > 0 && Date.now() < until);
  await row.getByText(/^[\d.]+ of \d+$/).waitFor();
  expect(await row.getByText('not awarded yet').count()).toBe(0);
  await expectAccessibleAtBothWidths(page);
}

journey(
  'a manager builds an assessment in an empty organization and invites five people; one takes it, and its total arrives',
  WIDE,
  async ({ page, newContext }) => {
    await signUp(page, MANAGER);
    await found(page, ORGANIZATION);
    await newEmptyAssessment(page, { slug: 'harbour-lab', title: 'ML engineer, half an hour' });
    await addQuestions(page, TITLES);
    await expectAccessibleAtBothWidths(page);
    await leaveByBack(page);
    await publishDraft(page);
    await invitePasted(page, { list: LIST, wrong: 'Eve', count: 5 });
    await take(await newContext());
    await seeTotal(page);
  },
);
