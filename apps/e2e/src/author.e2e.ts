import type { Page } from 'playwright-core';
import { expectAccessibleAtBothWidths } from './audit';
import { CodePage } from './code-page';
import { journey, WIDE } from './journey';
import { OwnBank } from './own-bank';
import { prepareNext } from './prepare-next';
import { restartApi } from './restart-api';

const SLUG = 'code.half-open-ranges';
const FOLDER = `questions/${SLUG}`;
const TITLE = 'Half open ranges';

async function makeQuestion(bank: OwnBank): Promise<void> {
  const made = await bank.type('question', 'new', 'code', 'half-open-ranges');
  expect(made).toMatchObject({ code: 0, text: expect.stringContaining(`${bank.folder}/${FOLDER}`) as string });
}

/** An unknown key: the check reports its line, and skips the checks that need a readable file. */
async function misspellKey(bank: OwnBank): Promise<void> {
  const path = `${FOLDER}/question.yaml`;
  const right = bank.read(path);
  bank.write(path, right.replace('minutes:', 'minuets:'));
  const { code, text } = await bank.type('question', 'check');
  expect(code).toBe(1);
  expect(text).toMatch(new RegExp(`^${FOLDER}/question\\.yaml:6: .*minuets`, 'm'));
  expect(text).not.toContain(`${SLUG}: fair`);
  bank.write(path, right);
}

/** A planted wrong solution that is correct: the check reports its rule, its file and how to fix it. */
async function plantRightSolution(bank: OwnBank): Promise<void> {
  const path = `${FOLDER}/mutants/open.py`;
  const wrong = bank.read(path);
  bank.write(path, bank.read(`${FOLDER}/solution/main.py`));
  const { code, text } = await bank.type('question', 'check');
  expect(code).toBe(1);
  expect(text).toMatch(/mutants, mutants\/open\.py: .*group edges ends as passed on seed 1, but must fail by answer/);
  bank.write(path, wrong);
}

async function passCheck(bank: OwnBank): Promise<void> {
  const { code, text } = await bank.type('question', 'check');
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining(`${SLUG}: fair`) as string });
}

async function findInCatalogue(page: Page, bank: OwnBank): Promise<void> {
  await page.goto('/questions');
  await page.getByRole('searchbox').fill(TITLE);
  await page.getByText('1 question', { exact: true }).first().waitFor();
  await page.getByRole('group', { name: 'Filters in use' }).waitFor();
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByText('that may be empty, are at least').waitFor();
  await expectAccessibleAtBothWidths(page);
  const code = new CodePage(page);
  await code.writePlainly('Python', bank.read(`${FOLDER}/solution/main.py`));
  await code.submit();
  await code.verdict('Passed');
}

journey(
  'an author creates a question, sees what is wrong with it, fixes it and finds it in the catalogue',
  WIDE,
  async ({ page }) => {
    const bank = new OwnBank();
    await makeQuestion(bank);
    await misspellKey(bank);
    await plantRightSolution(bank);
    await passCheck(bank);
    await restartApi();
    await prepareNext(SLUG);
    await findInCatalogue(page, bank);
  },
);
