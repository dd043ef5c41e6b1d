import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberRole } from '../../generated/operations';
import { privacy as words } from '../../messages/en/privacy';
import { FakeApi } from '../../testing/fake-api';
import { InAssessment } from '../../testing/in-assessment';
import { renderPage } from '../../testing/render-page';
import { RetentionPage } from './retention-page';

const months = (some: object) => ({ __typename: 'Retention', recordings: null, answers: null, people: null, ...some });
const aPrivacy = (some: object = {}) => ({ __typename: 'Privacy', hidesNames: false, months: months({}), ...some });

function serve() {
  return new FakeApi({
    Privacy: () => ({ privacy: aPrivacy() }),
    RetentionPreview: () => ({
      retentionPreview: { __typename: 'RetentionCounts', recordings: 7, answers: 1, people: 0 },
    }),
    SavePrivacy: ({ input }) => ({
      savePrivacy: {
        __typename: 'SavePrivacySuccess',
        privacy: aPrivacy({ months: months((input as { months: object }).months) }),
      },
    }),
  });
}

const open = (api: FakeApi, roles: readonly MemberRole[] = ['ADMIN']) =>
  renderPage({
    routes: [{ element: <InAssessment roles={roles} />, children: [{ path: '/r', element: <RetentionPage /> }] }],
    at: '/r',
    api,
  });
const save = () => screen.getByRole('button', { name: words.save });
const count = () => userEvent.click(screen.getByRole('button', { name: words.count }));

test('what would be deleted is counted before it can be saved, and again after another change', async () => {
  const api = serve();
  await open(api);
  const answers = await screen.findByLabelText(words.fields.answers);
  await userEvent.type(answers, '12');
  expect(save().hasAttribute('disabled')).toBe(true);
  await count();
  const said = await screen.findByText(/^In the next night/, { selector: 'form p' });
  expect(said.textContent).toBe(
    'In the next night this deletes the answers of 1 attempt, the recordings of 7 attempts. It cannot be undone.',
  );
  await userEvent.type(answers, '0');
  expect(screen.queryByText(/^In the next night/, { selector: 'form p' })).toBeNull();
  expect(save().hasAttribute('disabled')).toBe(true);
  await count();
  await userEvent.click(save());
  expect(await screen.findByText(words.saved, { selector: 'form p' })).toBeTruthy();
  const asked = { recordings: null, answers: 120, people: null };
  expect(api.asked.get('SavePrivacy')).toEqual([{ input: { slug: 'acme', hidesNames: false, months: asked } }]);
});

test('what is no number of months is said at its field', async () => {
  await open(serve());
  await userEvent.type(await screen.findByLabelText(words.fields.people), '1.5');
  expect(screen.getByText(words.notANumber)).toBeTruthy();
  expect(save().hasAttribute('disabled')).toBe(true);
});

test('hiding names deletes nothing and can be saved at once', async () => {
  const api = serve();
  await open(api);
  await userEvent.click(await screen.findByRole('switch'));
  await userEvent.click(save());
  expect(await screen.findByText(words.saved, { selector: 'form p' })).toBeTruthy();
  expect(api.asked.get('SavePrivacy')?.[0]).toMatchObject({ input: { hidesNames: true } });
});

test('managers do not see the page', async () => {
  await open(serve(), ['MANAGER']);
  expect(screen.queryByText(words.about)).toBeNull();
});
