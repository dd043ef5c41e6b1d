import { allowanceOf, checkPerson, earlierOf } from './check-person';
import { NOBODY, type Person } from './person';

const person = (more: Partial<Person>): Person => ({ ...NOBODY, email: 'a@x.org', ...more });
const issues = (more: Partial<Person>) => checkPerson(person(more)).map(({ field, code }) => `${field} ${code}`);

test.each<[Partial<Person>, readonly string[]]>([
  [{}, []],
  [{ email: ' ' }, ['email MISSING']],
  [{ email: 'name@exmaple' }, ['email MALFORMED']],
  [{ email: 'two words@x.org' }, ['email MALFORMED']],
  [{ extraTime: '25 %', breakMinutes: '15 min' }, []],
  [{ extraTime: '12,5' }, []],
  [{ extraTime: 'a quarter' }, ['extraTime MALFORMED']],
  [{ extraTime: '0.25' }, ['extraTime MALFORMED']],
  [{ extraTime: '500' }, ['extraTime TOO_LARGE']],
  [{ breakMinutes: '7.5' }, ['breakMinutes MALFORMED']],
  [{ breakMinutes: '241' }, ['breakMinutes TOO_LARGE']],
])('%p has %p', (more, expected) => {
  expect(issues(more)).toEqual(expected);
});

test('without extra time and breaks a person keeps what they have; one of them alone makes the other none', () => {
  expect(allowanceOf(person({}))).toBeNull();
  expect(allowanceOf(person({ extraTime: '12,5%' }))).toEqual({ extraTime: 0.125, breakMinutes: 0 });
  expect(allowanceOf(person({ breakMinutes: '20' }))).toEqual({ extraTime: 0, breakMinutes: 20 });
});

test('a second line with the same address is found, whatever the case; empty addresses are not one person', () => {
  const people = ['A@x.org', '', 'b@x.org', '', ' a@X.org'].map((email) => person({ email }));
  expect(earlierOf(people)).toEqual([null, null, null, null, 0]);
});
