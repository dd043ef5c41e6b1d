import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VIEWER } from '../../platform/viewer';
import { renderPage } from '../../testing/render-page';
import { SIGN_IN, SIGN_UP } from './credentials';
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
const signIn = (answer: object): MockLink.MockedResponse => ({
  request: { query: SIGN_IN, variables: { input } },
  result: { data: { signIn: answer } },
});

async function fillIn(values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) await userEvent.type(screen.getByLabelText(label), value);
}

test('signing in comes back to where one was', async () => {
  const success = { __typename: 'SignInSuccess', viewer: { __typename: 'Viewer', isGuest: false } };
  await renderPage({ routes, at: '/sign-in?from=%2Fprogress', mocks: [viewer(), signIn(success)] });
  await fillIn({ 'E-mail': input.email, Password: input.password });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Progress' })).toBeTruthy();
});

test('a refusal does not say whether the address is known', async () => {
  const refused = { __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' };
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), signIn(refused)] });
  await fillIn({ 'E-mail': input.email, Password: input.password });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/This e-mail address and password do not match/)).toBeTruthy();
});

test('empty fields are named in a summary, and nothing is sent', async () => {
  await renderPage({ routes, at: '/sign-in', mocks: [viewer()] });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('link', { name: 'E-mail: Fill this in.' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Password: Fill this in.' })).toBeTruthy();
});

test('a failure of the connection stands beside the button, and the form keeps what was typed', async () => {
  const offline = { request: { query: SIGN_IN, variables: { input } }, error: new TypeError('Failed to fetch') };
  await renderPage({ routes, at: '/sign-in', mocks: [viewer(), offline] });
  await fillIn({ 'E-mail': input.email, Password: input.password });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/The server could not be reached. Nothing is lost./)).toBeTruthy();
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
