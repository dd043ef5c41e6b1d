import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { AT, anApi, anInvitation, pageFor, routesFor } from './test-invitations';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() => Promise.all([import('./invitation-dialogs'), import('./invite-drawer')]));

const manager = routesFor(pageFor(['MANAGER']));
const recruiter = routesFor(pageFor(['RECRUITER']));
const selectionBar = () => within(screen.getByRole('group', { name: 'Act on the selected invitations' }));
const address = () => screen.getByTestId('address').textContent;

test('nobody is invited yet: the page says what to do', async () => {
  await renderPage({ routes: manager, at: AT, api: anApi([]) });
  expect(await screen.findByRole('heading', { name: 'Nobody is invited yet' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Invite people' })).toBeTruthy();
  expect(screen.getByText('There is no public link.')).toBeTruthy();
});

test('the form of a public link takes the focus and gives it back, and asks for the number of seats', async () => {
  await renderPage({ routes: manager, at: AT, api: anApi([]) });
  const press = (name: string) => act(() => userEvent.click(screen.getByRole('button', { name })));
  await screen.findByText('There is no public link.');
  await press('Create a public link');
  const seats = await screen.findByRole('textbox', { name: 'Seats' });
  expect(document.activeElement).toBe(seats);
  await press('Create');
  expect(screen.getByText('Fill this in.')).toBeTruthy();
  await press('Cancel');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Create a public link' }));
});

test('a row shows status, deadline in the organization’s zone, allowance, mail and points', async () => {
  const api = anApi([
    anInvitation('ann', 'Ann', {
      status: 'SUBMITTED',
      candidate: {
        __typename: 'Candidate',
        ...{ id: 'c-ann', name: 'Ann', email: 'ann@example.com' },
        allowance: { __typename: 'TimeAllowance', extraTime: 0.25, breakMinutes: 10 },
      },
      attempt: {
        __typename: 'CandidateAttempt',
        id: 'at1',
        total: { __typename: 'CandidateTotal', earned: 3, possible: 4, pending: 1 },
      },
    }),
    anInvitation('bob', 'Bob', {
      delivery: { __typename: 'MailDelivery', state: 'FAILED', sentAt: null, failure: 'REFUSED' },
    }),
  ]);
  await renderPage({ routes: manager, at: AT, api });
  const ann = within(await screen.findByRole('row', { name: /Ann/ }));
  for (const text of ['Submitted', '1 Dec 2026, 11:00 CET', '25 % more time, 10 minutes of breaks', '3 of 4'])
    expect(ann.getByText(text)).toBeTruthy();
  expect(ann.getByText('1 not awarded yet')).toBeTruthy();
  const bob = within(screen.getByRole('row', { name: /Bob/ }));
  expect(bob.getByText('Mail not delivered')).toBeTruthy();
  expect(bob.getByText(/the mailbox may not exist/)).toBeTruthy();
  expect(await findingsIn(document.querySelector('table') as HTMLTableElement)).toEqual([]);
});

test('a recruiter sees the table, and nothing to act with', async () => {
  await renderPage({ routes: recruiter, at: AT, api: anApi([anInvitation('ann', 'Ann')]) });
  expect(await screen.findByRole('row', { name: /Ann/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Invite people' })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Time allowance' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Public links' })).toBeNull();
});

test('the filter is in the address, and so is the file of its rows', async () => {
  const api = anApi([anInvitation('ann', 'Ann')]);
  await renderPage({ routes: manager, at: `${AT}?q=ann`, api });
  // The list suspends while it loads; only an awaited `act` lets it resume.
  const press = (name: string) => act(() => userEvent.click(screen.getByRole('button', { name })));
  await press('Invited 1');
  await press('Mail not delivered');
  expect(address()).toBe(`${AT}?q=ann&status=invited&mail=undelivered`);
  expect(screen.getByRole('link', { name: 'Download CSV' }).getAttribute('href')).toBe(
    '/exports/candidate-invitations.csv?assessmentId=a1&status=INVITED&text=ann&isUndelivered=true',
  );
  expect(api.asked.get('CandidateInvitations')?.at(-1)?.['filter']).toEqual({
    statuses: ['INVITED'],
    text: 'ann',
    isUndelivered: true,
  });
});

test('selected people are reminded at once, and those left out are counted', async () => {
  const api = anApi([anInvitation('ann', 'Ann'), anInvitation('bob', 'Bob')], {
    RemindCandidates: () => ({
      remindCandidates: {
        __typename: 'RemindCandidatesSuccess',
        invitations: [
          {
            __typename: 'CandidateInvitation',
            id: 'ann',
            remindedAt: '2026-11-20T10:00:00.000Z',
            delivery: { __typename: 'MailDelivery', state: 'WAITING', sentAt: null, failure: null },
          },
        ],
      },
    }),
  });
  await renderPage({ routes: manager, at: AT, api });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all 2 shown' }));
  const bar = selectionBar();
  expect(bar.getByText('2 selected')).toBeTruthy();
  await userEvent.click(bar.getByRole('button', { name: 'Remind' }));
  expect((await screen.findAllByText(/1 person reminded\. 1 left out/)).length).toBeGreaterThan(0);
  expect(screen.getByText('Waits to be sent')).toBeTruthy();
  expect(api.asked.get('RemindCandidates')).toEqual([{ input: { assessmentId: 'a1', invitationIds: ['ann', 'bob'] } }]);
});

test('withdrawing says what becomes fixed, and asks', async () => {
  const api = anApi([anInvitation('ann', 'Ann')], {
    WithdrawCandidateInvitations: () => ({
      withdrawCandidateInvitations: {
        __typename: 'WithdrawCandidateInvitationsSuccess',
        invitations: [
          {
            __typename: 'CandidateInvitation',
            ...{ id: 'ann', status: 'WITHDRAWN', statusSince: '2026-11-20T10:00:00.000Z' },
          },
        ],
      },
    }),
  });
  await renderPage({ routes: manager, at: AT, api });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Ann' }));
  await userEvent.click(selectionBar().getByRole('button', { name: 'Withdraw' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Withdraw 1 invitation?' }));
  expect(dialog.getByText(/cannot be undone/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  expect((await screen.findAllByText('1 invitation withdrawn.')).length).toBeGreaterThan(0);
});

test('a deadline is written in the organization’s zone', async () => {
  const api = anApi([anInvitation('ann', 'Ann')], {
    ExtendCandidateInvitations: ({ input }) => ({
      extendCandidateInvitations: {
        __typename: 'ExtendCandidateInvitationsSuccess',
        invitations: [
          {
            __typename: 'CandidateInvitation',
            ...{ id: 'ann', status: 'INVITED', statusSince: '2026-11-10T10:00:00.000Z' },
            expiresAt: (input as { expiresAt: string }).expiresAt,
          },
        ],
      },
    }),
  });
  await renderPage({ routes: manager, at: AT, api });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Ann' }));
  await userEvent.click(selectionBar().getByRole('button', { name: 'Extend' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Extend 1 invitation' }));
  const field = dialog.getByLabelText('Start until');
  await userEvent.clear(field);
  await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
  expect(await dialog.findByText('Write a day and a time.')).toBeTruthy();
  await userEvent.type(field, '2026-12-24T18:00');
  await userEvent.click(dialog.getByRole('button', { name: 'Extend' }));
  const done = await screen.findAllByText('1 invitation extended until 24 Dec 2026, 18:00 CET.');
  expect(done.length).toBeGreaterThan(0);
  expect(api.asked.get('ExtendCandidateInvitations')?.[0]?.['input']).toMatchObject({
    expiresAt: '2026-12-24T17:00:00.000Z',
  });
});

test('two records of one person are merged after it was said what moves', async () => {
  const match = (id: string, name: string, invitationCount: number, attemptCount: number) => ({
    __typename: 'CandidateMatch',
    candidate: { __typename: 'Candidate', id: `c-${id}`, name, email: `${id}@example.com` },
    ...{ invitationCount, attemptCount },
  });
  let outcome: object = { __typename: 'OtherAttemptOpenProblem', title: 'ML engineer' };
  const api = anApi([anInvitation('ann', 'Ann')], {
    FindCandidates: () => ({ candidates: [match('ann', 'Ann', 2, 1), match('ann2', 'Ann B.', 1, 0)] }),
    MergeCandidates: () => ({ mergeCandidates: outcome }),
  });
  await renderPage({ routes: manager, at: AT, api });
  const row = within(await screen.findByRole('row', { name: /Ann/ }));
  await userEvent.click(row.getByText('Merge with another record'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge Ann with another record' }));
  await userEvent.type(dialog.getByRole('searchbox'), 'ann');
  await userEvent.click(dialog.getByRole('button', { name: 'Find' }));
  await userEvent.click(await dialog.findByRole('button', { name: 'Keep Ann B. (ann2@example.com)' }));
  expect(dialog.getByText(/2 invitations and 1 attempt of ann@example.com move to Ann B\. \(ann2/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));
  await dialog.findByText(/^Not merged: both records take “ML engineer” at this moment/);
  outcome = {
    __typename: 'MergeCandidatesSuccess',
    candidate: { __typename: 'Candidate', id: 'c-ann2', name: 'Ann B.', email: 'ann2@example.com' },
  };
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));
  expect((await screen.findAllByText('One record now: Ann B.')).length).toBeGreaterThan(0);
});

test('the allowance of a person is written in percent and minutes', async () => {
  const api = anApi([anInvitation('ann', 'Ann')], {
    SetTimeAllowance: () => ({
      setTimeAllowance: {
        __typename: 'SetTimeAllowanceSuccess',
        candidate: {
          __typename: 'Candidate',
          id: 'c-ann',
          allowance: { __typename: 'TimeAllowance', extraTime: 0.5, breakMinutes: 15 },
        },
      },
    }),
  });
  await renderPage({ routes: manager, at: AT, api });
  const row = within(await screen.findByRole('row', { name: /Ann/ }));
  await userEvent.click(row.getByText('Time allowance'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Time allowance of Ann' }));
  const [extra, breaks] = [dialog.getByLabelText(/Extra time/), dialog.getByLabelText(/Breaks/)];
  await userEvent.clear(extra);
  await userEvent.type(extra, 'half');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(api.asked.has('SetTimeAllowance')).toBe(false);
  await userEvent.clear(extra);
  await userEvent.type(extra, '50');
  await userEvent.clear(breaks);
  await userEvent.type(breaks, '15');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await row.findByText('50 % more time, 15 minutes of breaks')).toBeTruthy();
  expect(api.asked.get('SetTimeAllowance')?.[0]?.['input']).toEqual({
    organization: 'acme',
    candidateId: 'c-ann',
    allowance: { extraTime: 0.5, breakMinutes: 15 },
  });
});

test('name, status, deadline and points sort the table, and the address keeps how', async () => {
  const api = anApi([anInvitation('ann', 'Ann')]);
  await renderPage({ routes: recruiter, at: AT, api });
  const press = (name: string) => act(() => userEvent.click(screen.getByRole('button', { name })));
  const sorted = (name: string) => screen.getByRole('columnheader', { name }).getAttribute('aria-sort');
  await screen.findByRole('row', { name: /Ann/ });
  await press('Candidate');
  expect([sorted('Candidate'), sorted('Start until'), address()]).toEqual(['ascending', 'none', `${AT}?sort=name`]);
  await press('Start until');
  await press('Start until');
  expect([sorted('Candidate'), sorted('Start until'), address()]).toEqual([
    'none',
    'descending',
    `${AT}?sort=-deadline`,
  ]);
  for (const name of ['Status', 'Points']) await press(name);
  expect([sorted('Status'), sorted('Points')]).toEqual(['none', 'ascending']);
  expect(api.asked.get('CandidateInvitations')?.map(({ order }) => order as string)).toEqual(
    expect.arrayContaining(['NEWEST', 'NAME', 'DEADLINE', 'DEADLINE_DESCENDING', 'STATUS', 'POINTS']),
  );
});
