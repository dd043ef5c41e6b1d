import { inviting } from '../../messages/en/inviting';
import { issueWordsOf } from './person-issue-words';

const person = { line: 6, name: '\u202eD', email: 'd@exmaple', extraTime: '', breakMinutes: '' };

test('an issue says what was found and what is expected; a mark of direction does not turn the sentence', () => {
  expect(issueWordsOf(inviting, person, { field: 'email', code: 'MALFORMED', limit: null })).toBe(
    '"d@exmaple": write it like name@example.org.',
  );
  expect(issueWordsOf(inviting, person, { field: 'name', code: 'MALFORMED', limit: null })).toMatch(
    /^"\u2068\u202eD\u2069": write/,
  );
});
