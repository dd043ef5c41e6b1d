import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { candidate as words } from '../../messages/en/candidate';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { LandingPage } from './landing-page';
import { OpenLinkPage } from './open-link-page';
import { contact, invited } from './test-invitation';

const routes = [
  { path: '/i/:token', element: <OpenLinkPage /> },
  { path: '/i', element: <LandingPage /> },
];

test('the token leaves the address as soon as the link is opened', async () => {
  const opened = {
    __typename: 'OpenInvitationLinkSuccess',
    invitation: { __typename: 'InvitedAssessment', id: 'n' },
  };
  const api = new FakeApi({
    OpenInvitationLink: () => ({ openInvitationLink: opened }),
    CandidateInvitation: () => invited(),
  });
  await renderPage({ routes, at: '/i/abc', api });
  expect(await screen.findByRole('heading', { level: 1, name: 'ML engineer II' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe('/i');
});

test('another browser asks for the code that is sent to the invited address', async () => {
  const needed = (isWrong: boolean) => ({
    __typename: 'DeviceCodeNeededProblem',
    code: 'DEVICE_CODE_NEEDED',
    emailHint: 'd•••@example.org',
    isWrong,
  });
  const codes: unknown[] = [];
  const api = new FakeApi({
    OpenInvitationLink: (variables) => {
      const { code } = (variables as { input: { code: string | null } }).input;
      codes.push(code);
      return { openInvitationLink: needed(code !== null) };
    },
    SendDeviceCode: () => ({
      sendDeviceCode: { __typename: 'SendDeviceCodeSuccess', emailHint: 'd•••@example.org' },
    }),
  });
  await renderPage({ routes, at: '/i/abc', api });
  await userEvent.click(await screen.findByRole('button', { name: words.open.send }));
  await userEvent.type(await screen.findByRole('textbox', { name: words.open.code }), '123456');
  await userEvent.click(screen.getByRole('button', { name: words.open.continue }));
  expect(await screen.findByText(words.open.wrong)).toBeTruthy();
  expect(codes).toEqual([null, '123456']);
});

const publicLink = (state: string, more: Record<string, unknown> = {}) => ({
  __typename: 'PublicLinkProblem',
  code: 'PUBLIC_LINK',
  state,
  title: 'ML engineer II',
  organizationName: 'Acme',
  opensAt: null,
  contact,
  ...more,
});

test('a public link asks for name and address, then for the code of the mail, and leads to the landing page', async () => {
  const codes: unknown[] = [];
  const api = new FakeApi({
    OpenInvitationLink: () => ({ openInvitationLink: publicLink('OPEN') }),
    RequestSeat: () => ({ requestSeat: { __typename: 'RequestSeatSuccess', requestId: 'r' } }),
    TakeSeat: (variables) => {
      const { code } = (variables as { input: { code: string } }).input;
      codes.push(code);
      if (code === '1') return { takeSeat: { __typename: 'WrongCodeProblem', code: 'WRONG_CODE' } };
      const invitation = { __typename: 'InvitedAssessment', id: 'n' };
      return { takeSeat: { __typename: 'TakeSeatSuccess', invitation } };
    },
    CandidateInvitation: () => invited(),
  });
  await renderPage({ routes, at: '/i/abc', api });
  await userEvent.click(await screen.findByRole('button', { name: words.publicLink.send }));
  expect(api.asked.get('RequestSeat')).toBeUndefined();
  await userEvent.type(screen.getByRole('textbox', { name: words.publicLink.name }), 'An applicant');
  await userEvent.type(screen.getByRole('textbox', { name: words.publicLink.email }), 'a@example.org');
  await userEvent.click(screen.getByRole('button', { name: words.publicLink.send }));
  expect(await screen.findByText(words.publicLink.sent('a@example.org'))).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: words.publicLink.code }));
  await userEvent.type(screen.getByRole('textbox', { name: words.publicLink.code }), '1');
  await userEvent.click(screen.getByRole('button', { name: words.publicLink.continue }));
  expect(await screen.findByText(words.publicLink.wrong)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: words.publicLink.code }), '2');
  await userEvent.click(screen.getByRole('button', { name: words.publicLink.continue }));
  expect(await screen.findByRole('link', { name: words.landing.checkIn })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe('/i');
  expect(codes).toEqual(['1', '12']);
});

test.each([
  ['FULL', /^Every place is taken/, true],
  ['CLOSED', /^This link has closed/, true],
  ['WITHDRAWN', /^This link was withdrawn/, true],
  ['NOT_YET_OPEN', /^This link opens/, true],
  ['NO_MAIL', /^Your address would have to be verified/, false],
])('a public link that is %s says so, and whom to write to; who has a place comes in', async (state, text, isBack) => {
  const opensAt = '2026-12-01T10:00:00.000Z';
  const api = new FakeApi({ OpenInvitationLink: () => ({ openInvitationLink: publicLink(state, { opensAt }) }) });
  await renderPage({ routes, at: '/i/abc', api });
  expect((await screen.findByText(text)).textContent).toContain('jobs@acme.example');
  expect(screen.queryByRole('textbox')).toBeNull();
  const back = screen.queryByRole('button', { name: words.publicLink.have });
  expect(back !== null).toBe(isBack);
  if (back === null) return;
  await userEvent.click(back);
  expect(screen.getByRole('textbox', { name: words.publicLink.email })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: words.publicLink.name })).toBeNull();
});
