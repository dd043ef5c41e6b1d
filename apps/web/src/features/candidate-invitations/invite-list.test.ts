import {
  addPeople,
  changePerson,
  EMPTY_LIST,
  inputOf,
  type InviteList,
  removePerson,
  shownRows,
  uncheckedRows,
  withChecks,
  withoutSent,
  withSent,
} from './invite-list';
import { NOBODY, type Person } from './people/person';

const person = (email: string, more: Partial<Person> = {}): Person => ({ ...NOBODY, email, ...more });
const listOf = (...emails: readonly string[]): InviteList =>
  addPeople(
    EMPTY_LIST,
    emails.map((email) => person(email)),
  );
const states = (list: InviteList, mayRetake = false) =>
  shownRows(list, mayRetake).map(({ row, state }) => `${row.person.email} ${state}`);
const checked = (list: InviteList, ...outcomes: readonly ('READY' | 'INVITED' | 'TAKEN' | 'INVALID')[]) =>
  withChecks(
    list,
    uncheckedRows(list),
    outcomes.map((outcome) => ({ outcome, issues: [] })),
  );

test('people to correct come first, the others in the order of the list', () => {
  expect(states(listOf('a@x.org', 'wrong', 'b@x.org'))).toEqual([
    'wrong toFix',
    'a@x.org checking',
    'b@x.org checking',
  ]);
});

test('only people whose fields are in order are sent to be checked, and each has the answer', () => {
  const list = checked(listOf('a@x.org', 'wrong', 'b@x.org', 'c@x.org'), 'READY', 'INVITED', 'TAKEN');
  expect(states(list)).toEqual(['wrong toFix', 'a@x.org ready', 'b@x.org invited', 'c@x.org taken']);
  expect(states(list, true).at(-1)).toBe('c@x.org ready');
  expect(uncheckedRows(list)).toEqual([]);
});

test('a corrected person stays where they are, and is checked again', () => {
  const list = checked(listOf('a@x.org', 'wrong'), 'READY');
  const corrected = changePerson(list, 2, person('right@x.org'));
  expect(states(corrected)).toEqual(['right@x.org checking', 'a@x.org ready']);
  expect(uncheckedRows(corrected).map(({ key }) => key)).toEqual([2]);
});

test('an answer about what was written before an edit is not taken', () => {
  const list = listOf('a@x.org');
  const asked = uncheckedRows(list);
  const edited = changePerson(list, 1, person('b@x.org'));
  expect(states(withChecks(edited, asked, [{ outcome: 'READY', issues: [] }]))).toEqual(['b@x.org checking']);
});

test('what the server finds wrong brings the row to the top', () => {
  const list = listOf('a@x.org', 'b@x.org');
  const issues = [{ field: 'name', code: 'MALFORMED', limit: null }] as const;
  const after = withChecks(list, uncheckedRows(list), [
    { outcome: 'READY', issues: [] },
    { outcome: 'INVALID', issues },
  ]);
  expect(states(after)).toEqual(['b@x.org toFix', 'a@x.org ready']);
});

test('a repeated person is skipped until the first one is removed', () => {
  const list = checked(listOf('a@x.org', 'A@x.org'), 'READY', 'READY');
  expect(states(list)).toEqual(['a@x.org ready', 'A@x.org repeated']);
  expect(states(removePerson(list, 1))).toEqual(['A@x.org ready']);
});

test('invitations go to those who could be invited; the others say why not; Undo gives the list back', () => {
  const list = checked(listOf('a@x.org', 'b@x.org', 'c@x.org'), 'READY', 'READY', 'READY');
  const people = (['READY', 'INVITED', 'READY'] as const).map((outcome) => ({ outcome, issues: [] }));
  const invitations = [
    { id: '1', link: null },
    { id: '3', link: null },
  ];
  const after = withSent(list, list.rows, { people, invitations });
  expect(after.rows.map(({ sent }) => sent?.id)).toEqual(['1', undefined, '3']);
  expect(states(after)).toEqual(['a@x.org sent', 'b@x.org invited', 'c@x.org sent']);
  expect(states(withoutSent(after))).toEqual(['a@x.org ready', 'b@x.org invited', 'c@x.org ready']);
});

test('the server gets the allowance as a share, and none where nothing is written', () => {
  const list = addPeople(EMPTY_LIST, [person('a@x.org', { name: 'A', extraTime: '25 %' }), person('b@x.org')]);
  expect(list.rows.map(inputOf)).toEqual([
    { email: 'a@x.org', name: 'A', allowance: { extraTime: 0.25, breakMinutes: 0 } },
    { email: 'b@x.org', name: '', allowance: null },
  ]);
});
