import { type ChildProcess, spawn } from 'node:child_process';
import type { Frame, Page, Request } from 'playwright-core';
import { expectAccessibleAtBothWidths } from './audit';
import { journey, WIDE } from './journey';
import { OwnBank } from './own-bank';

const FOLDER = 'questions/choice.later-test';

/** Starts `./holdout question preview`, which starts its own product; returns the URL of its page. */
function started(bank: OwnBank): { readonly child: ChildProcess; readonly url: Promise<string> } {
  const args = ['tools/holdout.mjs', 'question', 'preview', 'choice.later-test', '--bank', bank.folder];
  const child = spawn('node', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (part: Buffer): void => {
      said += part.toString();
      const [, address] = /Preview: (\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The preview ended with ${String(code)}:\n${said}`)));
  });
  return { child, url };
}

/** Both sides update on save; an error is reported with file and line while the last valid version stays visible. */
async function editAndSee(page: Page, bank: OwnBank): Promise<void> {
  const candidate = page.frameLocator('iframe');
  const answers = page.getByRole('main');
  await candidate.getByRole('heading', { level: 1, name: 'Later test' }).waitFor();
  await candidate.getByRole('radio').first().waitFor();
  expect(await candidate.getByText('Neighbours in time').count()).toBe(0);
  await answers.getByText('Neighbours in time of each test row are then in training.').waitFor();

  const path = `${FOLDER}/question.yaml`;
  const right = bank.read(path).replace('title: Later test', 'title: Test on later rows');
  bank.write(path, right);
  await candidate.getByRole('heading', { level: 1, name: 'Test on later rows' }).waitFor();
  bank.write(path, right.replace('minutes:', 'minuets:'));
  await answers.getByText(`${path}:6`).waitFor();
  await candidate.getByRole('heading', { level: 1, name: 'Test on later rows' }).waitFor();
  bank.write(path, right);
  await answers.getByText(`${path}:6`).waitFor({ state: 'detached' });
  await candidate.getByRole('radio').first().check();
  await candidate.getByRole('button', { name: 'Check' }).click();
  await candidate.getByRole('heading', { name: 'Explanation' }).waitFor();
}

/** Each number is a separate draw, stored in the URL; Back shows the previous draw unchanged. */
async function goThroughDraws(page: Page): Promise<void> {
  const options = page.frameLocator('iframe').getByRole('radio');
  const shownAt = async (draw: number): Promise<string> => {
    await page.getByText(`Draw ${draw}`, { exact: true }).waitFor();
    const isOfDraw = (one: Frame): boolean => one.parentFrame() !== null && one.url().endsWith(`draw=${draw}`);
    if (!page.frames().some(isOfDraw)) await page.waitForEvent('framenavigated', isOfDraw);
    await options.first().waitFor();
    return options.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).labels?.[0]?.textContent).join());
  };
  const orders: string[] = [];
  for (const draw of [2, 3, 4, 5, 6]) {
    await page.getByRole('button', { name: 'Next draw' }).click();
    orders.push(await shownAt(draw));
  }
  expect(new Set(orders).size).toBeGreaterThan(1);
  expect(new URL(page.url()).search).toBe('?draw=6');
  const loaded: string[] = [];
  const note = (request: Request): unknown =>
    request.isNavigationRequest() && request.frame().parentFrame() !== null && loaded.push(request.url());
  page.on('request', note);
  await page.goBack();
  expect(await shownAt(5)).toBe(orders.at(-2));
  expect(loaded).toHaveLength(1);
  page.off('request', note);
  await page.reload();
  expect(await shownAt(5)).toBe(orders.at(-2));
}

journey(
  'an author sees a question as a candidate does, with its answers, and the effect of each save',
  WIDE,
  async ({ page }) => {
    const bank = new OwnBank();
    await bank.type('question', 'new', 'choice', 'later-test');
    const { child, url } = started(bank);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      await page.goto(await url);
      await editAndSee(page, bank);
      await expectAccessibleAtBothWidths(page);
      await goThroughDraws(page);
      await page.goto('about:blank');
    } finally {
      child.kill('SIGINT');
      expect(await ended).not.toBeNull();
    }
  },
);
