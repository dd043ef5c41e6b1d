import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startScratchProduct } from './scratch-product.mjs';
import { workspace } from './setup/workspace.mjs';

/**
 * Takes the pictures of the README's walk into docs/pictures, from the demo organization of a product that it starts:
 * `node tools/pictures.mjs`, after a build. With PICTURES_OF, the address of a running product, and PICTURES_PASSWORD, its
 * demo manager's, it starts none.
 */
const FOLDER = join(workspace, 'docs/pictures');
const FRAME = { width: 1200, height: 720 };
const INVITED_WITHIN_MS = 300_000;
const FLAGS = ['--no-sandbox', '--disable-gpu'];
const MANAGER = 'manager@demo.localhost';
const CANDIDATE = 'candidate@demo.localhost';

async function signIn(page, password) {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(MANAGER);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account:/ }).waitFor();
}

/** The demo candidates are invited once the hidden data of the demo assessment is there. */
async function untilInvited(page) {
  const until = Date.now() + INVITED_WITHIN_MS;
  const row = page.getByRole('row').filter({ hasText: CANDIDATE });
  do {
    await page.reload();
    await page.getByRole('heading', { name: 'Public links' }).waitFor();
  } while ((await row.count()) === 0 && Date.now() < until);
  await row.waitFor();
}

async function takeAll(url, password) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const options = { baseURL: url, viewport: FRAME, reducedMotion: 'reduce', colorScheme: 'light' };
  const take = (page, name) => page.screenshot({ path: join(FOLDER, `${name}-light.png`) });
  try {
    const page = await (await browser.newContext(options)).newPage();
    await signIn(page, password);
    await page.goto('/o/demo/assessments');
    await page.getByRole('link', { name: 'ML engineer, 90 minutes' }).click();
    await page.getByText(/^Saved \d/).waitFor();
    await take(page, 'builder');
    await page.getByRole('link', { name: 'Invitations' }).click();
    await untilInvited(page);
    await take(page, 'invitations');
    const candidate = await (await browser.newContext(options)).newPage();
    await candidate.goto('/dev/mail');
    await candidate.getByRole('link', { name: CANDIDATE }).first().click();
    await candidate.frameLocator('iframe').getByText('Open the invitation').waitFor();
    await take(candidate, 'mailbox');
    await candidate.getByRole('tab', { name: 'Plain text' }).click();
    const text = await candidate.getByRole('tabpanel', { name: 'Plain text' }).innerText();
    await candidate.goto(/https?:\/\/\S+/.exec(text)?.[0] ?? '/dev/mail');
    await candidate.getByText('Check your set-up', { exact: true }).waitFor();
    await take(candidate, 'invited');
  } finally {
    await browser.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const { PICTURES_OF, PICTURES_PASSWORD } = process.env;
if (PICTURES_OF) {
  await takeAll(PICTURES_OF, PICTURES_PASSWORD ?? '');
} else {
  const product = await startScratchProduct();
  const password = product.accounts.find(({ email }) => email === MANAGER)?.password ?? '';
  try {
    await takeAll(product.url, password);
  } finally {
    await product.stop();
  }
}
