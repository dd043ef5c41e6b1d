import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { SCENARIO } from '../../../testing/examples/marked-examples';
import { showField } from '../../../testing/show-field';
import { MARK_MYSELF } from '../shared/use-mark-myself';
import { ScenarioField } from './scenario-field';
import { scenarioParts } from './scenario-parts';
import { REVEAL_FOLLOW_UP } from './use-reveal-follow-up';

const { content } = SCENARIO;
const [toMark] = SCENARIO.explained;

test('words are counted, and too many are said before the server refuses them', async () => {
  const { draft, container } = await showField(ScenarioField, anItem({ content }));
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Your answer' }),
    'one two three four five six seven eight nine',
  );
  expect(draft()).toEqual({ kind: 'scenario', part: 'prompt', text: 'one two three four five six seven eight nine' });
  expect(screen.getByText(/9 words · 1 word too many/)).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('the button says what becomes fixed, and nothing of what comes is told', async () => {
  const refused = {
    request: { query: REVEAL_FOLLOW_UP, variables: { input: { itemId: 'i', after: 'prompt', revision: 1 } } },
    result: { data: { revealFollowUp: { __typename: 'NothingToCheckProblem', code: 'NOTHING_TO_CHECK' } } },
  };
  await showField(ScenarioField, anItem({ content }), { mocks: [refused] });
  expect(screen.getByText(/Your answer above is then locked/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show the follow-up' }));
  expect(await screen.findByText('Write an answer first. Then the follow-up is shown.')).toBeTruthy();
});

test('an answer with too many words says why no follow-up comes', async () => {
  const problem = { __typename: 'InvalidAnswerProblem', code: 'INVALID_ANSWER' };
  const refused = {
    request: { query: REVEAL_FOLLOW_UP, variables: { input: { itemId: 'i', after: 'prompt', revision: 1 } } },
    result: { data: { revealFollowUp: problem } },
  };
  await showField(ScenarioField, anItem({ content }), { mocks: [refused] });
  await userEvent.click(screen.getByRole('button', { name: 'Show the follow-up' }));
  expect(await screen.findByText('Shorten the answer first. Then the follow-up is shown.')).toBeTruthy();
});

test('only the part shown last can be written; the others stay as the server has them', () => {
  const followUps = [{ __typename: 'FollowUp' as const, id: 'f', ask: 'And then?', maxWords: 9 }];
  const saved = { __typename: 'ScenarioAnswer', texts: [{ part: 'prompt', text: 'First' }] } as const;
  const parts = scenarioParts({ ...content, followUps }, saved, { kind: 'scenario', part: 'f', text: 'Second' });
  expect(parts.map(({ text, isLast }) => [text, isLast])).toEqual([
    ['First', false],
    ['Second', true],
  ]);
});

test('afterwards the rubric and a strong answer are shown, and every criterion must have its level', async () => {
  const marked = {
    request: { query: MARK_MYSELF, variables: { input: { itemId: 'i', levels: [{ criterion: 'cost', level: 1 }] } } },
    result: { data: { markMyself: { __typename: 'NothingToMarkProblem', code: 'NOTHING_TO_MARK' } } },
  };
  await showField(ScenarioField, anItem({ content, ...toMark }), { mocks: [marked] });
  expect(await screen.findByText('I would ask what each kind of error costs.')).toBeTruthy();
  expect(await screen.findByText('And then?')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save the marks' }));
  expect(screen.getByText('Choose a level for each criterion: 1 criterion without one.')).toBeTruthy();
  await userEvent.click(screen.getByText('Names one.'));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Level 1' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Save the marks' }));
  expect(await screen.findByText('Nothing in this answer is waiting for marks.')).toBeTruthy();
});
