import type { AssessmentMessages } from '../../messages/assessment-messages';
import type { InputIssue } from '../../platform/input-issues';
import type { Person, PersonField } from './people/person';

type Words = AssessmentMessages['candidateInvitations']['inviting'];

const FIELDS: readonly PersonField[] = ['name', 'email', 'extraTime', 'breakMinutes'];

function expectedBy(words: Words, issue: InputIssue): string {
  switch (issue.code) {
    case 'TOO_LONG':
      return words.tooLong(issue.limit ?? 0);
    case 'TOO_LARGE':
      return words.atMost(issue.limit ?? 0);
    case 'TOO_SMALL':
      return words.atLeast(issue.limit ?? 0);
    default:
      return words.expected[FIELDS.find((field) => field === issue.field) ?? 'email'];
  }
}

/** What was found in a field, and what is expected. */
export function issueWordsOf(words: Words, person: Person, issue: InputIssue): string {
  const field = FIELDS.find((each) => each === issue.field) ?? 'email';
  return words.found(person[field], expectedBy(words, issue));
}
