import { OPENID_CLIENT, TestDns, TestProvider } from '@holdout/testing';
import type { Page } from 'playwright-core';
import { addQuestions, invitePasted, newEmptyAssessment, publishDraft } from './assessment-steps';
import { expectAccessibleAtBothWidths } from './audit';
import { journey, told, WIDE } from './journey';
import { found, signUp } from './people';

const DOMAIN = 'tidal.example';
const ADMIN = { name: 'Ada', email: `ada@${DOMAIN}` };
const MANAGER = { name: 'Mira', email: `mira@${DOMAIN}` };
const RECORD = `_holdout.${DOMAIN}`;

let provider: TestProvider;
let dns: TestDns;

beforeAll(async () => {
  provider = await TestProvider.start(`${told('E2E_URL')}/sign-in/callback`);
  dns = await TestDns.start(Number(told('E2E_DNS').split(':')[1]));
});
afterAll(async () => {
  await dns.stop();
  await provider.stop();
});

async function saveProvider(page: Page): Promise<void> {
  await page.goto('/o/tidal-works/settings/sign-in');
  await page.getByText(`${told('E2E_URL')}/sign-in/callback`, { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Issuer' }).fill(provider.issuer);
  await page.getByRole('textbox', { name: 'Client id' }).fill(OPENID_CLIENT.clientId);
  await page.getByLabel('Client secret').fill(OPENID_CLIENT.clientSecret);
  await page.getByRole('combobox', { name: /^Role of people who join/ }).selectOption({ label: 'manager' });
  await page.getByRole('button', { name: 'Save provider' }).click();
  await page.getByText('The provider answered and was saved.').waitFor();
}

/** First without the record, then with it. */
async function proveDomain(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Domain' }).fill(DOMAIN);
  await page.getByRole('button', { name: 'Add domain' }).click();
  const row = page.getByRole('listitem').filter({ hasText: DOMAIN });
  await row.getByText(RECORD, { exact: true }).waitFor();
  await row.getByRole('button', { name: `Check now: ${DOMAIN}` }).click();
  await row.getByText(`No TXT record was found at ${RECORD}.`).waitFor();
  const text = await row.getByText(/^holdout-domain=/).innerText();
  dns.zone.set(RECORD, ['v=spf1 -all', text]);
  await row.getByRole('button', { name: `Check now: ${DOMAIN}` }).click();
  await row.getByText('Proven', { exact: true }).waitFor();
  await expectAccessibleAtBothWidths(page);
}

/** The provider signs the manager in without asking; the first sign-in makes the account and the membership. */
async function signInThroughProvider(page: Page): Promise<void> {
  provider.people.set('mira', { email: MANAGER.email, email_verified: true, name: MANAGER.name });
  provider.person = 'mira';
  await page.goto('/sign-in?from=/o/tidal-works');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(MANAGER.email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByText('Your organization signs its people in through its own provider.').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Continue with your organization' }).click();
  await page.getByRole('button', { name: `Account: ${MANAGER.name}` }).waitFor();
}

async function openOrganization(page: Page): Promise<void> {
  await page.goto('/o/tidal-works');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.goto('/o/tidal-works/settings/membership');
  await page.getByText('Your role here: manager.').waitFor();
  await page.goto('/o/tidal-works/assessments');
  await page.getByRole('heading', { level: 1, name: 'Assessments' }).waitFor();
}

journey(
  'a manager signs in through the provider of an organization, becomes its member by domain and invites a candidate',
  WIDE,
  async ({ page, newContext }) => {
    await signUp(page, ADMIN);
    await found(page, 'Tidal works');
    await saveProvider(page);
    await proveDomain(page);
    const manager = await newContext();
    await signInThroughProvider(manager);
    await openOrganization(manager);
    await newEmptyAssessment(manager, { slug: 'tidal-works', title: 'Evaluation, a quarter of an hour' });
    await addQuestions(manager, ['Accuracy with imbalanced classes']);
    await publishDraft(manager);
    await invitePasted(manager, { list: 'Gil Example <gil@people.example>, Gil', wrong: 'Gil', count: 1 });
    await page.goto('/o/tidal-works/settings/members');
    await page.getByText(MANAGER.email).waitFor();
  },
);
