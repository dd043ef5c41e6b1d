import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SaversProvider } from '../answering/savers-provider';
import { en } from '../messages/en';
import { aCodeItem } from '../testing/a-code-item';
import { aSubmission } from '../testing/a-submission';
import { FakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import type { CodeItem } from './code-item';
import type { SentCode } from './runs/sent-code';
import { Workspace } from './workspace';

const { received } = en.question.code;
const sentAt = '2026-11-20T14:02:00.000Z';
const item = aCodeItem() as unknown as CodeItem;

/** An item of a set that shows no verdicts before its end. */
function Unjudged({ shown = item }: { readonly shown?: CodeItem }) {
  const [list, setList] = useState<readonly SentCode[]>([]);
  return (
    <SaversProvider>
      <Workspace
        item={shown}
        sent={{ list, loadMore: null }}
        isFixed={false}
        showsVerdict={false}
        explained={null}
        below={null}
        onSubmitted={(submission) => setList([submission, ...list])}
        onGraded={() => undefined}
      />
    </SaversProvider>
  );
}

beforeEach(() => localStorage.setItem('holdout.plain-editor', 'yes'));

test('where no verdict is shown, submitted code is confirmed and kept, and not followed', async () => {
  const api = new FakeApi({
    Runtimes: () => ({ installation: { __typename: 'Installation', runtimes: [] } }),
    SubmitCode: () => ({ submitCode: { __typename: 'SubmitCodeSuccess', submission: aSubmission({ sentAt }) } }),
    SaveResponse: () => ({ saveResponse: { __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED' } }),
  });
  await renderPage({ routes: [{ path: '/', element: <Unjudged /> }], at: '/', api });
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).not.toContain('Verdict');
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(screen.getAllByText(received(sentAt, false))).toHaveLength(2));
  expect([api.watchers, api.asked.get('Submission')]).toEqual([0, undefined]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Code, Python' }), '!');
  expect(screen.getByText(received(sentAt, true))).toBeTruthy();
  await userEvent.click(screen.getByRole('tab', { name: 'Submissions' }));
  expect(screen.getByRole('button', { name: /^Show the code/ })).toBeTruthy();
  expect(screen.queryByText('Waiting')).toBeNull();
});

test.each([
  ['a set that names its groups', item.content, true],
  ['an assessment, whose groups are secret', { ...item.content, groups: [] }, false],
])('the hidden cases are mentioned only where they may be: %s', async (_name, content, isMentioned) => {
  const runtime = {
    __typename: 'LanguageRuntime',
    runtime: 'PYTHON',
    language: 'PYTHON',
    isUsable: true,
    reason: null,
  };
  const versions = [{ __typename: 'PackageVersion', name: 'Python', version: '3.13', documentationUrl: null }];
  const api = new FakeApi({
    Runtimes: () => ({ installation: { __typename: 'Installation', runtimes: [{ ...runtime, versions }] } }),
  });
  const shown = { ...item, content } as CodeItem;
  await renderPage({ routes: [{ path: '/', element: <Unjudged shown={shown} /> }], at: '/', api });
  await userEvent.click(await screen.findByRole('button', { name: /^Python 3.13/ }));
  expect(await screen.findByText(en.question.code.processRules)).toBeTruthy();
  expect(screen.queryAllByText(/hidden cases/i).length > 0).toBe(isMentioned);
});
