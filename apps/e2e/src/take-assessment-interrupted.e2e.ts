import type { Page } from 'playwright-core';
import { anInvitation } from './assessment-steps';
import { expectAccessibleAtBothWidths } from './audit';
import { continueElsewhere, start } from './candidate-steps';
import { journey, WIDE } from './journey';
import { endSoon } from './server-clock';

const MANAGER = { name: 'Mira', email: 'mira@lock.example' };
const ORGANIZATION = { name: 'Lock lab', slug: 'lock-lab' };
const CANDIDATE = 'lee@people.example';
const CODE = 'def average_precision(labels, scores):\n    return 0.25\n';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();
const next = (page: Page) => page.getByRole('link', { name: 'Next', exact: true }).click();
const strip = (page: Page) => page.getByRole('note');
const number = (page: Page) => page.getByRole('main').getByRole('textbox').first();
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Code, Python' });
const attemptOf = (page: Page): string => /\/attempts\/([^/]+)/.exec(page.url())?.[1] ?? '';

/** What waits on this device, read from the browser's database. */
const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('holdout');
        opening.onerror = () => reject(new Error('IndexedDB refused to open'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('unsent').objectStore('unsent').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(new Error('IndexedDB refused to count'));
        };
      }),
  );

/** Without a network: questions open, answers wait on the device, code does not run. Then the page is closed as it is. */
async function offline(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await saved(page);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await strip(page).getByText('Offline. Your answers are kept on this device').waitFor();
  await next(page);
  await number(page).fill('12.5');
  await page.getByText('Kept on this device; sent when the server can be reached.').waitFor();
  expect(await waiting(page)).toBe(1);
  await expectAccessibleAtBothWidths(page);
  await next(page);
  await page.getByText('Run and Submit are off while you are offline.').waitFor();
  expect(await page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('switch', { name: 'Plain text field' }).check();
  await codeField(page).fill(CODE);
  await page.getByText('Kept on this device; sent when the server can be reached.').waitFor();
  expect(await waiting(page)).toBe(2);
  await page.getByRole('link', { name: 'Finish…' }).click();
  await page.getByText('3 answered · 0 flagged · 0 empty').waitFor();
  await page.getByRole('button', { name: 'Submit assessment' }).click();
  await page.getByText(/^Not submitted: 2 answers not yet received/).waitFor();
  await expectAccessibleAtBothWidths(page);
}

/** The page is gone, the device has what was typed: another page of the browser sends it. */
async function afterACrash(page: Page): Promise<Page> {
  const attempt = `/attempts/${attemptOf(page)}`;
  const context = page.context();
  const again = await context.newPage();
  await page.close();
  await context.setOffline(false);
  await again.goto(`${attempt}/items/2`);
  await saved(again);
  expect(await number(again).inputValue()).toBe('12.5');
  await again.getByRole('link', { name: 'Item 3 of 3, answered' }).click();
  await saved(again);
  expect(await codeField(again).inputValue()).toBe(CODE);
  expect(await waiting(again)).toBe(0);
  return again;
}

/** A second tab is read-only until it takes over; then the first one is. */
async function twoTabs(first: Page): Promise<void> {
  const second = await first.context().newPage();
  await second.goto(first.url());
  await strip(second)
    .getByText(/^You continued in another tab at .*; this page is read-only\.$/)
    .waitFor();
  expect(await codeField(second).isEditable()).toBe(false);
  await expectAccessibleAtBothWidths(second);
  await second.getByRole('button', { name: 'Continue here' }).click();
  await strip(second).waitFor({ state: 'detached' });
  await codeField(second).fill(`${CODE}# from the second tab\n`);
  await saved(second);
  await strip(first)
    .getByText(/^You continued in another tab/)
    .waitFor();
  expect(await codeField(first).isEditable()).toBe(false);
  await first.getByRole('button', { name: 'Continue here' }).click();
  await strip(first).waitFor({ state: 'detached' });
  expect(await codeField(first).inputValue()).toBe(`${CODE}# from the second tab\n`);
  await second.close();
}

/** Another machine goes on at the same question, with the same text; the first one is told. */
async function elsewhere(first: Page, other: Page, link: string): Promise<void> {
  await continueElsewhere(other, link, CANDIDATE);
  await heading(other, 'Question 3 of 3').waitFor();
  await strip(other)
    .getByText(/^You continued on another device at/)
    .waitFor();
  await other.getByRole('button', { name: 'Continue here' }).click();
  await strip(other).waitFor({ state: 'detached' });
  await other.getByRole('switch', { name: 'Plain text field' }).check();
  expect(await codeField(other).inputValue()).toBe(`${CODE}# from the second tab\n`);
  await strip(first)
    .getByText(/^You continued on another device at/)
    .waitFor();
}

async function callForHelp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Call for help' }).click();
  const drawer = page.getByRole('dialog', { name: `Help from ${ORGANIZATION.name}` });
  await drawer.getByRole('textbox', { name: 'What is wrong? (optional)' }).fill('The second figure does not load.');
  await expectAccessibleAtBothWidths(page);
  await drawer.getByRole('button', { name: 'Call for help' }).click();
  await drawer.getByText(/^You called at/).waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
}

/** The manager sees the call, answers all with a message and gives ten minutes; the candidate's page shows both. */
async function watched(manager: Page, candidate: Page): Promise<void> {
  await manager.goto(`/o/${ORGANIZATION.slug}/assessments`);
  await manager.getByRole('link', { name: 'ML engineer, interrupted' }).first().click();
  await manager.getByRole('link', { name: 'Live', exact: true }).click();
  const row = manager.getByRole('row').filter({ hasText: 'Kim Example' });
  await row.getByText('Item 3 of 3').waitFor();
  await row.getByText('Connected', { exact: true }).waitFor();
  await callForHelp(candidate);
  await row.getByText(/^Called for help/).waitFor();
  await expectAccessibleAtBothWidths(manager);
  await manager.getByRole('button', { name: 'Tell all and add time' }).click();
  const dialog = manager.getByRole('dialog', { name: /and add time$/ });
  await dialog.getByRole('textbox', { name: 'Message' }).fill('The figure loads again. You have ten minutes more.');
  await dialog.getByRole('textbox', { name: 'Minutes to add' }).fill('10');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A figure did not load.');
  await expectAccessibleAtBothWidths(manager);
  await dialog.getByRole('button', { name: 'Send and add time' }).click();
  await manager.getByText('Sent to 1 candidate, with the time.').first().waitFor();
  await candidate.getByText('The figure loads again. You have ten minutes more.').first().waitFor();
  await candidate.getByText('10 minutes added to your time.').first().waitFor();
  await expectAccessibleAtBothWidths(candidate);
}

/** What was typed last is sent, the page locks, and the receipt says that the time was up. */
async function timeOut(page: Page): Promise<void> {
  await endSoon(attemptOf(page), 8);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page
    .getByRole('timer')
    .getByText(/^0:0\d left$/)
    .waitFor();
  await codeField(page).fill(`${CODE}# at the last moment\n`);
  await heading(page, 'Your assessment was received').waitFor();
  await page.getByText('3 of 3', { exact: true }).waitFor();
  await expectAccessibleAtBothWidths(page);
}

journey(
  'an interrupted assessment: offline and a crash, two tabs, another machine, a call for help with added time, and the end by the clock',
  WIDE,
  async ({ page, newContext }) => {
    const invited = {
      manager: MANAGER,
      organization: ORGANIZATION,
      title: 'ML engineer, interrupted',
      email: CANDIDATE,
    };
    const link = await anInvitation(page, invited);
    const candidate = await newContext();
    await start(candidate, link, ORGANIZATION.name);
    await offline(candidate);
    const again = await afterACrash(candidate);
    await twoTabs(again);
    const other = await newContext();
    await elsewhere(again, other, link);
    await watched(page, other);
    await timeOut(other);
  },
);
