import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { candidate as words } from '../../messages/en/candidate';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { LandingPage } from './landing-page';
import { invited } from './test-invitation';

const routes = [{ path: '/i', element: <LandingPage /> }];

test('one button leads to check-in, and nothing can be started here', async () => {
  const api = new FakeApi({ CandidateInvitation: () => invited() });
  await renderPage({ routes, at: '/i', api });
  const link = await screen.findByRole('link', { name: words.landing.checkIn });
  expect(link.getAttribute('href')).toBe('/i/check-in');
  expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
  expect(screen.getByText(words.recorded.names.REVISIONS)).toBeTruthy();
});

test.each([
  ['EXPIRED', /^It could be started until/],
  ['WITHDRAWN', /^The invitation was withdrawn/],
  ['DECLINED', /^You said that you will not take it/],
])('an invitation that is %s says so, and names whom to write to', async (status, text) => {
  const api = new FakeApi({ CandidateInvitation: () => invited({ status }) });
  await renderPage({ routes, at: '/i', api });
  expect((await screen.findByText(text)).textContent).toContain('jobs@acme.example');
  expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
});

test('a running assessment is resumed at the question that was shown last', async () => {
  const attempt = { __typename: 'Attempt', id: 'z', endedAt: null, lastShownPosition: 3 };
  const api = new FakeApi({ CandidateInvitation: () => invited({ status: 'STARTED', attempt }) });
  await renderPage({ routes, at: '/i', api });
  const link = await screen.findByRole('link', { name: words.landing.resume });
  expect(link.getAttribute('href')).toBe('/attempts/z/items/3');
});

const timeRequest = (some: Record<string, unknown> = {}) => ({
  __typename: 'TimeRequest',
  reason: 'I read slowly.',
  askedAt: '2026-11-20T10:00:00.000Z',
  answeredAt: null,
  isGranted: null,
  ...some,
});

test('more time is asked for with a reason, before the start', async () => {
  const api = new FakeApi({
    CandidateInvitation: () => invited(),
    RequestMoreTime: () => ({
      requestMoreTime: {
        __typename: 'RequestMoreTimeSuccess',
        invitation: { __typename: 'InvitedAssessment', id: 'n', timeRequest: timeRequest() },
      },
    }),
  });
  await renderPage({ routes, at: '/i', api });
  await userEvent.click(await screen.findByRole('button', { name: words.landing.askMore }));
  await userEvent.click(screen.getByRole('button', { name: words.landing.sendRequest }));
  expect(api.asked.get('RequestMoreTime')).toBeUndefined();
  await userEvent.type(screen.getByRole('textbox', { name: words.landing.reason }), 'I read slowly.');
  await userEvent.click(screen.getByRole('button', { name: words.landing.sendRequest }));
  expect(await screen.findByText(/^You asked for more time on/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: words.landing.changeRequest }));
});

test.each([
  [true, 'Your request was granted: you have 75 minutes.'],
  [false, /^Your request was not granted\. Write to An organizer/],
])('an answered request (granted: %s) says so and is not asked again', async (isGranted, text) => {
  const request = timeRequest({ isGranted, answeredAt: '2026-11-20T11:00:00.000Z' });
  const api = new FakeApi({ CandidateInvitation: () => invited({ timeRequest: request }) });
  await renderPage({ routes, at: '/i', api });
  expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.queryByRole('button', { name: words.landing.askMore })).toBeNull();
});
