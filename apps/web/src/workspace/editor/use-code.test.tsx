import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browserStore } from '../../answering/draft-store';
import { SAVE_RESPONSE } from '../../answering/save-response';
import { SaversProvider } from '../../answering/savers-provider';
import { renderPage } from '../../testing/render-page';
import type { CodeContent, CodeItem } from '../code-item';
import { useCode } from './use-code';

const spoken = { __typename: 'CodeLanguage', cpuSeconds: 1, memoryMb: 64 } as const;
const content = {
  languages: [
    { ...spoken, language: 'PYTHON', runtime: 'PYTHON', entry: 'f', starter: '# starter' },
    { ...spoken, language: 'R', runtime: 'R', entry: 'f', starter: '# R starter' },
    { ...spoken, language: 'JAVASCRIPT', runtime: 'JAVASCRIPT', entry: 'f', starter: '// starter' },
  ],
} as unknown as CodeContent;

const answer = { __typename: 'CodeAnswer', language: 'PYTHON', source: 'saved in Python' } as const;
const item = {
  __typename: 'AttemptItem',
  id: 'i',
  content,
  response: { __typename: 'Response', revision: 2, savedAt: '2026-11-20T09:00:00.000Z', answer },
  codeDrafts: [answer, { __typename: 'CodeAnswer', language: 'R', source: 'saved in R' }],
  feedback: null,
} as unknown as CodeItem;

function Workbench() {
  const code = useCode(item, content);
  return (
    <>
      <output>{`${code.language}: ${code.source}`}</output>
      <textarea aria-label="code" value={code.source} onChange={(event) => code.type(event.currentTarget.value)} />
      {content.languages.map(({ language }) => (
        <button key={language} type="button" onClick={() => code.choose(language)}>
          {language}
        </button>
      ))}
    </>
  );
}

const saved: { language: string; source: string }[] = [];

const save = {
  request: { query: SAVE_RESPONSE, variables: () => true },
  result: ({ input }: { input: { answer: { code: { language: string; source: string } } } }) => {
    saved.push(input.answer.code);
    return { errors: [{ message: 'away' }] };
  },
  maxUsageCount: 99,
};

const choose = (language: string) => userEvent.click(screen.getByRole('button', { name: language }));

test('each language keeps its own draft: the typed, the saved one, and the starter where there is none', async () => {
  const page = (
    <SaversProvider>
      <Workbench />
    </SaversProvider>
  );
  await renderPage({ routes: [{ path: '/', element: page }], at: '/', mocks: [save as never] });
  expect(screen.getByText('PYTHON: saved in Python')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('code'), '!');
  await choose('R');
  expect(screen.getByText('R: saved in R')).toBeTruthy();
  await choose('JAVASCRIPT');
  expect(screen.getByText('JAVASCRIPT: // starter')).toBeTruthy();
  await choose('PYTHON');
  expect(screen.getByText('PYTHON: saved in Python!')).toBeTruthy();
  const kept = browserStore(localStorage).list('i').at(-1);
  expect(kept?.draft).toMatchObject({ others: { R: 'saved in R' } });
});
