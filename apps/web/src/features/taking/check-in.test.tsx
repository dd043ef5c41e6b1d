import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { candidate } from '../../messages/en/candidate';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { invited } from './test-invitation';
import { CheckInPage } from './check-in-page';
import { SAMPLE } from './check-in/typed-text';

const words = candidate.checkIn;
const routes = [
  { path: '/i/check-in', element: <CheckInPage /> },
  { path: '/i', element: <p>The invitation</p> },
  { path: '/attempts/:id/items/:n', element: <p>An item</p> },
];
const NOW = '2026-11-30T12:00:00.000Z';

const item = (kind: string, position: number, some: Record<string, unknown> = {}) => ({
  __typename: 'AttemptItem',
  id: `item-${position}`,
  ...{ kind, position, isAnswered: false, response: null, submissions: [] },
  content: { __typename: kind === 'CODE' ? 'CodeContent' : 'ChoiceContent', languages: [CODE] },
  ...some,
});
const CODE = { __typename: 'CodeLanguage', language: 'PYTHON', starter: 'def twice(number):\n    return number\n' };

const begun = (trial: object | null) => ({
  checkIn: {
    __typename: 'CheckInSuccess',
    serverTime: NOW,
    invitation: { __typename: 'InvitedAssessment', id: 'n', status: 'CHECKED_IN' },
    trial,
  },
});
const aTrial = (...items: object[]) => ({ __typename: 'Attempt', id: 'trial', items });

const saved = () => ({
  saveResponse: {
    __typename: 'SaveResponseSuccess',
    response: {
      __typename: 'Response',
      revision: 1,
      savedAt: NOW,
      answer: { __typename: 'ChoiceAnswer', picked: [] },
    },
  },
});
const unavailable = () => ({
  runCode: { __typename: 'GradingUnavailableProblem', code: 'GRADING_UNAVAILABLE', unavailableReason: 'NO_GRADER' },
});

const rowOf = async (title: string) => {
  const row = (await screen.findByRole('heading', { level: 3, name: title })).closest('li');
  if (row === null) throw new Error(`There is no row ${title}.`);
  return within(row);
};

test('a save of the trial is acknowledged, and a run without a grader is named our failure', async () => {
  const api = new FakeApi({
    CandidateInvitation: () => invited({ kinds: ['CHOICE', 'CODE'] }),
    CheckIn: () => begun(aTrial(item('CHOICE', 1), item('CODE', 2))),
    SaveResponse: saved,
    RunCode: unavailable,
  });
  await renderPage({ routes, at: '/i/check-in', api });
  expect(await (await rowOf(words.save.title)).findByText(/^Saved \d/)).toBeTruthy();
  expect(api.asked.get('SaveResponse')?.[0]).toMatchObject({
    input: { itemId: 'item-1', basedOn: 0, answer: { choice: { picked: [] } } },
  });
  const run = await rowOf(words.run.title);
  expect(await run.findByText(words.run.unavailable)).toBeTruthy();
  expect(api.asked.get('RunCode')?.[0]).toMatchObject({ input: { language: 'PYTHON', source: CODE.starter } });
  await userEvent.click(run.getByRole('button', { name: words.run.again }));
  expect(await run.findByText(words.run.unavailable)).toBeTruthy();
  expect(api.asked.get('RunCode')).toHaveLength(2);
});

test('an answer that was saved before is not saved over, and an assessment without code runs nothing', async () => {
  const response = { __typename: 'Response', revision: 3, savedAt: NOW };
  const api = new FakeApi({
    CandidateInvitation: () => invited(),
    CheckIn: () => begun(aTrial(item('CHOICE', 1, { response, isAnswered: true }))),
  });
  await renderPage({ routes, at: '/i/check-in', api });
  expect(await (await rowOf(words.save.title)).findByText(/^Saved \d/)).toBeTruthy();
  expect((await rowOf(words.run.title)).getByText(words.run.noCode)).toBeTruthy();
  expect(api.asked.get('SaveResponse')).toBeUndefined();
  expect(screen.getByText(words.trial.tried)).toBeTruthy();
});

test('the keyboard check says what differs, and that another alphabet is set', async () => {
  const api = new FakeApi({ CandidateInvitation: () => invited(), CheckIn: () => begun(null) });
  await renderPage({ routes, at: '/i/check-in', api });
  const keyboard = await rowOf(words.keyboard.title);
  const field = keyboard.getByRole('textbox');
  await userEvent.type(field, 'ф');
  expect(keyboard.getByText(words.keyboard.otherAlphabet('ф'))).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, SAMPLE.replaceAll('[', '[['));
  expect(keyboard.getByText(words.keyboard.same)).toBeTruthy();
});

test('a device whose clock is off is told that the server’s counts', async () => {
  const api = new FakeApi({ CandidateInvitation: () => invited(), CheckIn: () => begun(null) });
  await renderPage({ routes, at: '/i/check-in', api });
  expect((await rowOf(words.clock.title)).getByText(/^The clock of this device is \d+ hours fast|slow/)).toBeTruthy();
});

test.each([
  ['no trial can be drawn', () => begun(null)],
  ['the server does not answer', undefined],
])('when %s, the assessment can be started, after consent that is not given beforehand', async (_, answer) => {
  const api = new FakeApi({
    CandidateInvitation: () => invited(),
    ...(answer === undefined ? {} : { CheckIn: answer }),
    StartAssessment: () => ({
      startAssessment: { __typename: 'StartAssessmentSuccess', attempt: { __typename: 'Attempt', id: 'z' } },
    }),
  });
  await renderPage({ routes, at: '/i/check-in', api });
  const start = await screen.findByRole('button', { name: 'Start the 75 minutes' });
  const consent = screen.getByRole<HTMLInputElement>('checkbox', { name: candidate.landing.consent });
  expect(consent.checked).toBe(false);
  await userEvent.click(start);
  expect(await screen.findByText(candidate.landing.consentMissing)).toBeTruthy();
  expect(api.asked.get('StartAssessment')).toBeUndefined();
  await userEvent.click(consent);
  await userEvent.click(start);
  expect(await screen.findByText('An item')).toBeTruthy();
});

test('where another invitation was started, the page says so and how to resume it', async () => {
  const startedAt = '2026-11-30T11:05:00.000Z';
  const api = new FakeApi({
    CandidateInvitation: () => invited(),
    CheckIn: () => begun(null),
    StartAssessment: () => ({
      startAssessment: { __typename: 'OtherAttemptOpenProblem', code: 'OTHER_ATTEMPT_OPEN', startedAt },
    }),
  });
  await renderPage({ routes, at: '/i/check-in', api });
  await userEvent.click(await screen.findByRole('checkbox', { name: candidate.landing.consent }));
  await userEvent.click(screen.getByRole('button', { name: 'Start the 75 minutes' }));
  expect(await screen.findByText(candidate.landing.openElsewhere(startedAt))).toBeTruthy();
});

test('what is recorded is what the policy says, and nothing else', async () => {
  const api = new FakeApi({
    CandidateInvitation: () => invited({ recorded: ['REVISIONS', 'PASTES'] }),
    CheckIn: () => begun(null),
  });
  await renderPage({ routes, at: '/i/check-in', api });
  const { names } = candidate.recorded;
  expect(await screen.findByText(names.PASTES)).toBeTruthy();
  expect(screen.getByText(names.REVISIONS)).toBeTruthy();
  expect(screen.queryByText(names.FOCUS)).toBeNull();
});

test('once the assessment was started, check-in leads to the invitation', async () => {
  const api = new FakeApi({
    CandidateInvitation: () => invited({ status: 'STARTED' }),
    CheckIn: () => ({ checkIn: { __typename: 'AssessmentNotOpenProblem', status: 'STARTED' } }),
  });
  await renderPage({ routes, at: '/i/check-in', api });
  expect(await screen.findByText('The invitation')).toBeTruthy();
});
