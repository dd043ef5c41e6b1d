import type { Page } from 'playwright-core';
import { expectAccessibleAtBothWidths } from './audit';
import { found, linkMailedTo, type Person, signUp } from './people';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** From the empty list of assessments to the builder of an assessment without questions. */
export async function newEmptyAssessment(page: Page, { slug, title }: { slug: string; title: string }): Promise<void> {
  await page.goto(`/o/${slug}/assessments`);
  await page.getByText('No assessment yet').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'Propose one for a role' }).click();
  await heading(page, 'New assessment').waitFor();
  await page.getByRole('link', { name: 'Empty', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Create and open the builder' }).click();
  await page.getByText('No sections yet').waitFor();
}

/** Finds each question by the words of its title and adds it; the draft is saved by itself. */
export async function addQuestions(page: Page, titles: readonly string[]): Promise<void> {
  const search = page.getByRole('region', { name: 'Search' });
  for (const title of titles) {
    await search.getByRole('searchbox', { name: 'Search' }).fill(title);
    await search.getByRole('button', { name: `Add: ${title}` }).click();
    await search.getByRole('button', { name: 'In the draft' }).waitFor();
  }
  await page.getByText('No errors: it can be published').waitFor();
  await page.getByText(/^Saved \d/).waitFor();
}

/** Back of the browser saves what was typed a moment before; without a connection it asks. */
export async function leaveByBack(page: Page): Promise<void> {
  const title = page.getByRole('textbox', { name: 'Title of section 1' });
  const elsewhere = page.getByRole('button', { name: 'Start the preview' });
  await page.getByRole('link', { name: 'Preview', exact: true }).click();
  await elsewhere.waitFor();
  await page.getByRole('link', { name: 'Build', exact: true }).click();
  await title.fill('Left by Back');
  await page.goBack();
  await elsewhere.waitFor();
  const unsaved = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('holdout:builder:')),
  );
  expect(unsaved).toEqual([]);
  await page.goForward();
  expect(await title.inputValue()).toBe('Left by Back');
  await page.context().setOffline(true);
  await title.fill('Questions');
  await page.goBack();
  await page.getByRole('dialog', { name: 'Leave with unsaved changes?' }).waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.context().setOffline(false);
  await page.getByText(/^Saved \d/).waitFor();
}

/** Publishes the saved draft and waits until the hidden data of its version is there. */
export async function publishDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review and publish' }).click();
  await page.getByRole('button', { name: 'Publish version 1' }).waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page
    .getByText(/ready: people can be invited$/i)
    .first()
    .waitFor();
  await expectAccessibleAtBothWidths(page);
}

type Pasted = { readonly list: string; readonly wrong: string; readonly count: number };

/** Pastes a list, removes the line that is wrong, and sends the invitations by mail. */
export async function invitePasted(page: Page, { list, wrong, count }: Pasted): Promise<void> {
  await page.getByRole('link', { name: 'Invite people' }).first().click();
  await page.getByText('Nobody is invited yet').waitFor();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Invite people' });
  await drawer.getByRole('textbox', { name: 'List' }).fill(list);
  await drawer.getByRole('button', { name: 'Read the list' }).click();
  await drawer.getByText(`1 to fix · ${count} ready`, { exact: true }).waitFor();
  await expectAccessibleAtBothWidths(page);
  await drawer.getByRole('button', { name: `Remove ${wrong}`, exact: true }).click();
  await drawer.getByText(`${count} ready`, { exact: true }).waitFor();
  await drawer.getByRole('button', { name: `Send ${count}` }).click();
  await drawer
    .getByText(new RegExp(`^${count} invitations? sent`))
    .first()
    .waitFor();
  await expectAccessibleAtBothWidths(page);
  await drawer.getByRole('button', { name: 'Close' }).last().click();
  await page
    .getByRole('row')
    .filter({ hasText: 'Invited' })
    .nth(count - 1)
    .waitFor();
}

/** A choice, a number and a program. */
const TITLES = [
  'Accuracy with imbalanced classes',
  "Bayes' rule: positive predictive value of a screening test",
  'Average precision (PR-AUC) with tied scores',
];

type Invited = {
  readonly manager: Person;
  readonly organization: { readonly name: string; readonly slug: string };
  readonly title: string;
  readonly email: string;
};

/** A published assessment of three questions, and the link that the candidate was sent. The page stays the manager's. */
export async function anInvitation(page: Page, { manager, organization, title, email }: Invited): Promise<string> {
  await signUp(page, manager);
  await found(page, organization.name);
  await newEmptyAssessment(page, { slug: organization.slug, title });
  await addQuestions(page, TITLES);
  await publishDraft(page);
  const list = [`Kim Example <${email}>`, 'eve@people.example, Eve'].join('\n');
  await invitePasted(page, { list, wrong: 'Eve', count: 2 });
  return linkMailedTo(page, email);
}
