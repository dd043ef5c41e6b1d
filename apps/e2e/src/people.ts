import type { Page } from 'playwright-core';

/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;

/** Every account of a journey has this password. */
export const PASSWORD = 'the tide turns at nine';

export type Person = { readonly name: string; readonly email: string };

/** Opens the newest message to the address whose plain text has the pattern, once it is there, and gives what the pattern found. */
async function mailedTo(page: Page, email: string, pattern: RegExp): Promise<string> {
  const message = page.getByRole('link', { name: email }).first();
  const until = Date.now() + CONDITION_MS;
  let text = '';
  do {
    await page.goto('/dev/mail');
    await page.getByRole('navigation', { name: 'Messages' }).or(page.getByText('No mail yet')).first().waitFor();
    if ((await message.count()) === 0) continue;
    await message.click();
    await page.getByRole('tab', { name: 'Plain text' }).click();
    text = await page.getByRole('tabpanel', { name: 'Plain text' }).innerText();
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found;
  } while (Date.now() < until);
  throw new Error(`No message to ${email} has ${pattern.source}. The newest is:\n${text}`);
}

/** The link in the newest message to the address. */
export const linkMailedTo = (page: Page, email: string): Promise<string> => mailedTo(page, email, /https?:\/\/\S+/);

/** The code in the message to the address. */
export const codeMailedTo = (page: Page, email: string): Promise<string> => mailedTo(page, email, /\b\d{3} ?\d{3}\b/);

/** Creates an account and proves its address with the link from the local mailbox; ends signed in. */
export async function signUp(page: Page, { name, email }: Person): Promise<void> {
  await page.goto('/sign-in?new');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor();
  await page.goto(await linkMailedTo(page, email));
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('button', { name: `Account: ${name}` }).waitFor();
}

/** Founds an organization, of which the person who is signed in becomes the administrator. */
export async function found(page: Page, name: string): Promise<void> {
  await page.goto('/organizations/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create the organization' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}
