import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { INSTALLATION } from '../../platform/installation';
import { renderPage } from '../../testing/render-page';
import { ConfirmSignUpPage } from './confirm-sign-up-page';
import { KeepLinkToken } from './link-token';
import { MailSent } from './mail-sent';
import { ResetPage } from './reset-page';

const routes = [
  { path: '/reset', element: <ResetPage /> },
  { path: '/reset/:token', element: <KeepLinkToken to="/reset" /> },
  { path: '/confirm', element: <ConfirmSignUpPage /> },
  { path: '/sent', element: <MailSent onAgain={() => undefined}>A message is on its way.</MailSent> },
  { path: '/sign-in', element: <h1>Create an account</h1> },
];
const installation = (hasMailbox: boolean, delay = 0): MockLink.MockedResponse => ({
  request: { query: INSTALLATION },
  maxUsageCount: 9,
  delay,
  result: { data: { installation: { __typename: 'Installation', hasMailbox, sendsMail: true } } },
});

test('from an old link for a new password, a new one can be asked for', async () => {
  await renderPage({ routes, at: '/reset/old', mocks: [installation(false)] });
  await userEvent.click(await screen.findByRole('link', { name: 'Ask for a new link' }));
  expect(await screen.findByRole('button', { name: 'Send the link' })).toBeTruthy();
});

test('the page that finishes a sign-up leads back to the form when its link is gone', async () => {
  await renderPage({ routes, at: '/confirm', mocks: [installation(false)] });
  await userEvent.click(await screen.findByRole('link', { name: 'Sign up again' }));
  expect(await screen.findByRole('heading', { name: 'Create an account' })).toBeTruthy();
});

test('the spam folder is named only once it is known that there is no local mailbox', async () => {
  await renderPage({ routes, at: '/sent', mocks: [installation(true, Infinity)] });
  expect(await screen.findByText('A message is on its way.')).toBeTruthy();
  expect(screen.queryByText(/spam folder/)).toBeNull();
});

test('without a local mailbox the spam folder is named', async () => {
  await renderPage({ routes, at: '/sent', mocks: [installation(false)] });
  expect(await screen.findByText(/spam folder/)).toBeTruthy();
});
