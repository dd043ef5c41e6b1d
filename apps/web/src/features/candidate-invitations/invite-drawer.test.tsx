import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { AT, anApi, pageFor, routesFor } from './test-invitations';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() =>
  Promise.all([import('./invite-drawer'), import('./people/read-people'), import('./people/decode-text')]),
);

type Person = { readonly email: string; readonly name: string };
const peopleIn = (variables: Record<string, unknown>): readonly Person[] =>
  (variables['input'] as { people: readonly Person[] } | undefined)?.people ??
  (variables['people'] as readonly Person[]);

/** Everyone is ready but those whose address begins with `known` or `taken`, or whose name has a mark that turns text. */
function checkOf({ email, name }: Person) {
  const issues = name.includes('\u202e')
    ? [{ __typename: 'InputIssue', field: 'name', code: 'MALFORMED', limit: null }]
    : [];
  const outcome = email.startsWith('known') ? 'INVITED' : email.startsWith('taken') ? 'TAKEN' : 'READY';
  return { __typename: 'PersonCheck', outcome: issues.length > 0 ? 'INVALID' : outcome, issues };
}

const checking = {
  CheckCandidates: (variables: Record<string, unknown>) => ({ checkCandidates: peopleIn(variables).map(checkOf) }),
};
const invitesAll =
  (link: string | null = null) =>
  (variables: Record<string, unknown>) => ({
    inviteCandidates: {
      __typename: 'InviteCandidatesSuccess',
      invitations: peopleIn(variables).map(({ email }) => ({
        __typename: 'CandidateInvitation',
        id: `n-${email}`,
        link: link && `${link}${email}`,
      })),
      people: peopleIn(variables).map(() => ({ __typename: 'PersonCheck', outcome: 'READY', issues: [] })),
      sendsAt: null,
    },
  });

async function openDrawer(answers: Parameters<typeof anApi>[1]) {
  const api = anApi([], { ...checking, ...answers });
  await renderPage({ routes: routesFor(pageFor(['MANAGER'])), at: AT, api });
  await userEvent.click(await screen.findByRole('button', { name: 'Invite people' }));
  return { api, drawer: within(await screen.findByRole('dialog', { name: 'Invite people' })) };
}

type Drawer = Awaited<ReturnType<typeof openDrawer>>['drawer'];

async function paste(drawer: Drawer, text: string) {
  await userEvent.click(drawer.getByLabelText('List'));
  await userEvent.paste(text);
  await userEvent.click(drawer.getByRole('button', { name: 'Read the list' }));
}

test('a pasted list is shown with the lines to fix first; corrected in place, all are sent', async () => {
  const { api, drawer } = await openDrawer({ InviteCandidates: invitesAll() });
  await paste(drawer, 'name,email\nAnn,ann@example.com\nBob,name@exmaple\nKim,known@example.com');
  expect(await drawer.findByText('1 to fix · 1 ready · 1 already invited')).toBeTruthy();
  const [, first] = drawer.getAllByRole('row');
  expect(within(first as HTMLElement).getByText('"name@exmaple": write it like name@example.org.')).toBeTruthy();
  expect(await findingsIn(document.querySelector<HTMLElement>('[role=dialog]') as HTMLElement)).toEqual([]);
  const field = drawer.getByLabelText('E-mail, line 3');
  await userEvent.clear(field);
  await userEvent.type(field, 'bob@example.com{Enter}');
  await userEvent.click(await drawer.findByRole('button', { name: 'Send 2' }));
  expect((await screen.findAllByText('2 invitations sent.')).length).toBeGreaterThan(0);
  expect(api.asked.get('InviteCandidates')?.map(peopleIn)).toEqual([
    [
      { email: 'bob@example.com', name: 'Bob', allowance: null },
      { email: 'ann@example.com', name: 'Ann', allowance: null },
    ],
  ]);
});

test('what only the server finds is shown at its field as well', async () => {
  const { drawer } = await openDrawer({});
  await paste(drawer, 'A\u202ebad <ann@example.com>');
  expect(await drawer.findByText(/write each word in one alphabet/)).toBeTruthy();
});

test('one person is typed; who took the assessment before is invited only when it is asked for', async () => {
  const { drawer } = await openDrawer({});
  await userEvent.type(drawer.getByLabelText('Name'), 'Kim');
  await userEvent.type(drawer.getByLabelText('E-mail'), 'taken@example.com{Enter}');
  expect(await drawer.findByText('1 took it before')).toBeTruthy();
  await userEvent.click(drawer.getByRole('button', { name: 'Send 0' }));
  expect(drawer.getByText('Nobody in the list can be invited yet.')).toBeTruthy();
  await userEvent.click(drawer.getByRole('checkbox', { name: /taken this assessment before/ }));
  expect(drawer.getByRole('button', { name: 'Send 1' })).toBeTruthy();
});

test('a file is read; Undo withdraws what was sent and gives the list back', async () => {
  const { api, drawer } = await openDrawer({
    InviteCandidates: invitesAll(),
    WithdrawCandidateInvitations: ({ input }) => ({
      withdrawCandidateInvitations: {
        __typename: 'WithdrawCandidateInvitationsSuccess',
        invitations: (input as { invitationIds: string[] }).invitationIds.map((id) => ({
          __typename: 'CandidateInvitation',
          ...{ id, status: 'WITHDRAWN', statusSince: '2026-11-20T10:00:00.000Z' },
        })),
      },
    }),
  });
  const bytes = Buffer.from('\ufeffE-Mail;Name;Extra time\nann@example.com;Ann;25\n', 'utf16le');
  const file = new File([bytes], 'people.csv', { type: 'text/csv' });
  file.arrayBuffer = () => Promise.resolve(new Uint8Array(bytes).buffer);
  await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement, file);
  await userEvent.click(await drawer.findByRole('button', { name: 'Send 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await drawer.findByRole('button', { name: 'Send 1' })).toBeTruthy();
  expect(api.asked.get('InviteCandidates')?.[0]).toMatchObject({
    input: { people: [{ allowance: { extraTime: 0.25, breakMinutes: 0 } }], source: 'MAIL', sendsAfterSeconds: 10 },
  });
  expect(api.asked.get('WithdrawCandidateInvitations')).toEqual([
    { input: { assessmentId: 'a1', invitationIds: ['n-ann@example.com'] } },
  ]);
});

test('a long list is sent in parts, and after an interruption from where it stopped', async () => {
  let isDown = false;
  const { api, drawer } = await openDrawer({
    InviteCandidates: (variables) => {
      if (isDown) throw new Error('down');
      isDown = true;
      return invitesAll()(variables);
    },
  });
  await paste(drawer, Array.from({ length: 450 }, (_, n) => `p${n}@example.com`).join('\n'));
  await userEvent.click(await drawer.findByRole('button', { name: 'Send 450' }));
  expect(await drawer.findByText(/Sending was interrupted\. 250 people not sent yet/)).toBeTruthy();
  isDown = false;
  await userEvent.click(drawer.getByRole('button', { name: 'Send the other 250' }));
  await waitFor(() => expect(api.asked.get('InviteCandidates')?.length).toBe(4));
  const sent = api.asked.get('InviteCandidates')?.map((asked) => peopleIn(asked)[0]?.email);
  expect(sent).toEqual(['p0@example.com', 'p200@example.com', 'p200@example.com', 'p400@example.com']);
  expect(api.asked.get('CheckCandidates')?.map((asked) => peopleIn(asked).length)).toEqual([450]);
});

test('where no mail is sent, each person’s link is shown', async () => {
  const { drawer } = await openDrawer({
    Installation: () => ({ installation: { __typename: 'Installation', hasMailbox: false, sendsMail: false } }),
    InviteCandidates: invitesAll('https://h.example/i/'),
  });
  expect(await drawer.findByText(/This installation sends no mail/)).toBeTruthy();
  await paste(drawer, 'ann@example.com');
  await userEvent.click(await drawer.findByRole('button', { name: 'Make 1 link' }));
  expect(await drawer.findByRole('button', { name: 'Copy link: Link of ann@example.com' })).toBeTruthy();
  expect(drawer.getByRole('button', { name: 'Download links as CSV' })).toBeTruthy();
});

test('a list that has nobody in it says so', async () => {
  const { drawer } = await openDrawer({});
  await paste(drawer, ' ,;\n');
  expect(await drawer.findByText('There is no address in it.')).toBeTruthy();
});
