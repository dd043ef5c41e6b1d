import type { Locator, Page } from 'playwright-core';
import { anInvitation } from './assessment-steps';
import { expectAccessible, expectAccessibleAtBothWidths, expectStill } from './audit';
import { bankFile } from './bank';
import { journey, WIDE } from './journey';
import { Keyboard } from './keyboard';

const MANAGER = { name: 'Ines', email: 'ines@quay.example' };
const ORGANIZATION = { name: 'Quay lab', slug: 'quay-lab' };
const CANDIDATE = 'kim@people.example';
/** 1280 px at 400 %. */
const ZOOMED = { width: 320, height: 256 };

const press = (page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') => new Keyboard(page).press(target, key);
/** What comes before the focus on the page. */
async function pressBefore(page: Page, target: Locator): Promise<void> {
  const keyboard = new Keyboard(page);
  await keyboard.to(target, 'Shift+Tab');
  await keyboard.press(target, 'Enter');
}

const reach = (page: Page, target: Locator) => new Keyboard(page).to(target);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** At both widths, in both themes, and at 400 % zoom. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessibleAtBothWidths(page);
  await page.setViewportSize(ZOOMED);
  await expectAccessible(page);
  await expectStill(page);
  await page.setViewportSize(WIDE);
  await expectStill(page);
}

async function checkIn(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Check your set-up' }));
  await heading(page, 'Check your set-up').waitFor();
  await reach(page, page.getByRole('textbox', { name: /^Type:/ }));
  await page.keyboard.type('f(x) >= 0.5 [#]');
  await page.getByText('Every character arrived.').waitFor();
  await page.getByText('A small program ran, and its result arrived.').waitFor();
  await page.getByText(/^Saved \d/).waitFor();
  await expectGood(page);
}

async function tryQuestions(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Open the trial' }));
  await heading(page, 'Question 1 of 3').waitFor();
  await press(page, page.getByRole('radio').first(), 'Space');
  await page.getByText(/^Saved \d/).waitFor();
  await expectGood(page);
  await pressBefore(page, page.getByRole('link', { name: 'Back to check-in' }));
  await heading(page, 'Check your set-up').waitFor();
  await page.getByText('Tried', { exact: true }).waitFor();
}

async function start(page: Page): Promise<void> {
  await press(page, page.getByRole('checkbox', { name: /^I have read what is recorded/ }), 'Space');
  await press(page, page.getByRole('button', { name: /^Start the/ }));
  await page.getByRole('timer').waitFor();
  await expectGood(page);
}

async function answer(page: Page): Promise<void> {
  await press(page, page.getByRole('radio').first(), 'Space');
  await page.getByText(/^Saved \d/).waitFor();
  await page.keyboard.press('Alt+PageDown');
  await heading(page, 'Question 2 of 3').waitFor();
  await reach(page, page.getByRole('main').getByRole('textbox').first());
  await page.keyboard.type('12.5');
  await page.getByText(/^Saved \d/).waitFor();
  await press(page, page.getByRole('button', { name: 'Flag', exact: true }));
  await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
  await expectGood(page);
  await page.keyboard.press('Alt+PageDown');
  await heading(page, 'Question 3 of 3').waitFor();
}

/** In the plain text field, whose keys run and submit as those of the other editor do. */
async function program(page: Page): Promise<void> {
  await press(page, page.getByRole('switch', { name: 'Plain text field' }), 'Space');
  await page.locator('[data-editor="rich"]').waitFor({ state: 'detached' });
  await reach(page, page.getByRole('textbox', { name: 'Code, Python' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(bankFile('code.average-precision-ties', 'solution/main.py'));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: /^Cases \d+\/\d+$/ }).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await page
    .getByText(/^Received \d/)
    .first()
    .waitFor();
  await expectGood(page);
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Alt+PageDown');
  await heading(page, 'Before you submit').waitFor();
  await page.getByText('3 answered · 1 flagged · 0 empty').waitFor();
  await expectGood(page);
  await press(page, page.getByRole('button', { name: 'Submit assessment' }));
  await heading(page, 'Your assessment was received').waitFor();
  await page.getByText('3 of 3', { exact: true }).waitFor();
  await expectGood(page);
}

journey(
  'a candidate checks in, tries the questions, answers and submits by keyboard alone, and finds the receipt again by the link',
  WIDE,
  async ({ page, newContext }) => {
    const invited = {
      manager: MANAGER,
      organization: ORGANIZATION,
      title: 'ML engineer, by keyboard',
      email: CANDIDATE,
    };
    const link = await anInvitation(page, invited);
    const candidate = await newContext();
    await candidate.goto(link);
    await candidate.getByText(`${ORGANIZATION.name} invites you`).waitFor();
    await checkIn(candidate);
    await tryQuestions(candidate);
    await start(candidate);
    await answer(candidate);
    await program(candidate);
    await submit(candidate);
    await candidate.goto(link);
    await press(candidate, candidate.getByRole('link', { name: 'Open the receipt' }));
    await heading(candidate, 'Your assessment was received').waitFor();
  },
);
