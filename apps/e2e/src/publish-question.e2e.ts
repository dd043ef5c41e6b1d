import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessibleAtBothWidths } from './audit';
import { journey, told, WIDE } from './journey';
import { found, signUp } from './people';

const AUTHOR = { name: 'Iris', email: 'iris@quarry.example' };
const SLUG = 'numeric.screening-ppv';

/** A bank of the organization with one question of the public bank, unchecked. */
function makeBank(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-quarry-'));
  for (const name of ['taxonomy.yaml', 'misconceptions.yaml', `questions/${SLUG}`])
    cpSync(join('bank', name), join(folder, name), { recursive: true });
  const head = { id: 'quarry', name: 'Quarry bank', organization: 'quarry', use: 'both', licence: 'own' };
  writeFileSync(join(folder, 'bank.yaml'), `${JSON.stringify(head)}\n`);
  return folder;
}

type Said = { readonly code: number; readonly text: string };

function publish(folder: string, token: string): Promise<Said> {
  const args = ['--enable-source-maps', 'dist/cli/main.mjs', 'question', 'publish', join(folder, 'questions', SLUG)];
  const where = ['--to', told('E2E_URL'), '--organization', 'quarry'];
  const env = { ...process.env, HOLDOUT_TOKEN: token };
  return new Promise((resolve) => {
    const child = execFile('node', [...args, ...where], { env }, (_failure, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
}

async function makeToken(page: Page): Promise<string> {
  await page.goto('/o/quarry/settings/tokens');
  await page.getByRole('textbox', { name: 'Name' }).fill('Publishing');
  await page.getByRole('checkbox', { name: 'Publish questions' }).check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = page.getByRole('textbox', { name: 'Token' });
  await token.waitFor();
  await expectAccessibleAtBothWidths(page);
  return token.inputValue();
}

journey(
  'an author publishes a question with a token from the command line; members find it, and nobody else does',
  WIDE,
  async ({ page, newContext }) => {
    const folder = makeBank();
    try {
      await signUp(page, AUTHOR);
      await found(page, 'Quarry');
      const token = await makeToken(page);
      expect(await publish(folder, 'holdout_wrong')).toMatchObject({
        code: 2,
        text: expect.stringMatching(/does not accept the token/) as string,
      });
      const first = await publish(folder, token);
      expect(first).toMatchObject({
        code: 0,
        text: expect.stringMatching(/a new question[\s\S]*fair[\s\S]*ready/) as string,
      });
      const again = await publish(folder, token);
      expect(again).toMatchObject({ code: 0, text: expect.stringMatching(/unchanged/) as string });
      await page.goto(`/questions/quarry:${SLUG}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const guest = await newContext();
      await guest.goto(`/questions?q=predictive`);
      expect(await guest.getByText('quarry').count()).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
