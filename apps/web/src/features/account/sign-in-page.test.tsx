import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VIEWER } from '../../platform/viewer';
import { renderPage } from '../../testing/render-page';
import { SIGN_IN, SIGN_UP } from './credentials';
import { COMPLETE_SIGN_IN, SIGN_IN_WAYS } from './sign-in-operations';
import { SignInPage } from './sign-in-page';

const routes = [
  { path: '/sign-in', element: <SignInPage /> },
  { path: '/progress', element: <h1>Progress</h1> },
];
const visitor = { __typename: 'Viewer', account: null, isGuest: false, memberships: [] };
const viewer = (isGuest = false): MockLink.MockedResponse => ({
  request: { query: VIEWER },
  maxUsageCount: 9,
  result: { data: { viewer: { ...visitor, isGuest } } },
});
const input = { email: 'a@example.org', password: 'a long password' };
const ways = (singleSignOn = 'NONE'): MockLink.MockedResponse => ({
  request: { query: SIGN_IN_WAYS, variables: { email: input.email } },
  maxUsageCount: 9,
  result: { data: { signInWays: { __typename: 'SignInWays', singleSignOn } } },
});
const signIn = (answer: object): MockLink.MockedResponse => ({
  request: { query: SIGN_IN, variables: { input } },
  result: { data: { signIn: answer } },
});

async function fillIn(values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) await userEvent.type(screen.getByLabelText(label), value);
}

/** The address first, then the password. */
async function signInWith(password: string) {
  await fillIn({ 'E-mail': input.email });
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await userEvent.type(await screen.findByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('signing in comes back to where one was', async () => {
  const success = { __typename: 'SignInSuccess', viewer: { __typename: 'Viewer', isGuest: false } };
  await renderPage({ routes, at: '/sign-in?from=%2Fprogress', mocks: [viewer(), ways(), signIn(success)] });
  await signInWith(input.password);
  expect(await screen.findByRole('heading', { name: 'Progress' })).toBeTruthy();
});

test('a refusal does not say whether the address is known', async () => {
  const refused = { __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' };
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), ways(), signIn(refused)] });
  await signInWith(input.password);
  expect(await screen.findByText(/This e-mail address and password do not match/)).toBeTruthy();
});

test('an empty address is named, and nothing is sent', async () => {
  await renderPage({ routes, at: '/sign-in', mocks: [viewer()] });
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getByText('Fill this in.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
});

test('another address asks again before a password is asked for', async () => {
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), ways()] });
  await fillIn({ 'E-mail': input.email });
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('Password');
  await userEvent.type(screen.getByLabelText('E-mail'), 'x');
  expect(screen.queryByLabelText('Password')).toBeNull();
});

test('a domain with a provider offers it first, and a password as a way out', async () => {
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), ways('REQUIRED')] });
  await fillIn({ 'E-mail': input.email });
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText(/Administrators may use a password/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Continue with your organization' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use a password instead' }));
  expect(screen.getByLabelText('Password')).toBeTruthy();
});

test('an account with a second factor is asked for a code, and a wrong one can be typed again', async () => {
  const needed = { __typename: 'SecondFactorNeededProblem', code: 'SECOND_FACTOR_NEEDED' };
  const complete = (code: string, answer: object): MockLink.MockedResponse => ({
    request: { query: COMPLETE_SIGN_IN, variables: { input: { code } } },
    result: { data: { completeSignIn: answer } },
  });
  const wrong = complete('1', { __typename: 'CodeRefusedProblem', code: 'CODE_REFUSED' });
  const right = complete('12', {
    __typename: 'CompleteSignInSuccess',
    viewer: { __typename: 'Viewer', isGuest: false },
  });
  const mocks = [viewer(), ways(), signIn(needed), wrong, right];
  await renderPage({ routes, at: '/sign-in?from=%2Fprogress', mocks });
  await signInWith(input.password);
  await userEvent.type(await screen.findByLabelText('Code'), '1');
  await userEvent.click(screen.getByRole('button', { name: 'Finish signing in' }));
  expect(await screen.findByText(/This code is wrong/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Code'), '2');
  await userEvent.click(screen.getByRole('button', { name: 'Finish signing in' }));
  expect(await screen.findByRole('heading', { name: 'Progress' })).toBeTruthy();
});

test('a failure of the connection stands beside the button, and the form keeps what was typed', async () => {
  const offline = { request: { query: SIGN_IN, variables: { input } }, error: new TypeError('Failed to fetch') };
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), ways(), offline] });
  await signInWith(input.password);
  expect(await screen.findByText(/The server could not be reached./)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe(input.email);
});

test('a guest is told what signing in leaves behind and what an account keeps', async () => {
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(true)] });
  expect(await screen.findByText(/does not keep that work/)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Create an account' }));
  expect(await screen.findByText(/becomes part of the account/)).toBeTruthy();
});

test('what the server finds wrong stands under its field', async () => {
  const issue = { __typename: 'InputIssue', field: 'password', code: 'TOO_SHORT', limit: 10 };
  const answer = { __typename: 'InvalidInputProblem', code: 'INVALID_INPUT', issues: [issue] };
  const up = { ...input, password: 'short', displayName: 'A' };
  const mock = { request: { query: SIGN_UP, variables: { input: up } }, result: { data: { signUp: answer } } };
  await renderPage({ routes, at: '/sign-in?new', mocks: [viewer(), mock] });
  await fillIn({ Name: 'A', 'E-mail': up.email, Password: up.password });
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
  expect(await screen.findByText('At least 10 characters.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Password'));
});
