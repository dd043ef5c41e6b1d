import { counted } from './counted';

type Counts = { readonly recordings: number; readonly answers: number; readonly people: number };

const nothing = 'Nothing would be deleted now.';

/** What would be deleted, largest first: people take all that is theirs with them. */
function preview({ recordings, answers, people }: Counts): string {
  const parts = [
    people === 0 ? null : `all data of ${counted(people, 'candidate')}`,
    answers === 0 ? null : `the answers of ${counted(answers, 'attempt')}`,
    recordings === 0 ? null : `the recordings of ${counted(recordings, 'attempt')}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return nothing;
  return `In the next night this deletes ${parts.join(', ')}. It cannot be undone.`;
}

/** The texts of the settings that say what is kept of candidates. */
export const privacy = {
  title: 'Retention',
  about:
    'Every night Holdout deletes what you no longer keep. Scores stay as numbers of nobody, so that statistics of questions stay right. The audit says what was deleted.',
  keep: 'Empty: kept until a candidate or an administrator deletes it.',
  fields: {
    recordings: 'Recordings of attempts, months',
    answers: 'Answers and programs, months',
    people: 'Candidates, months',
  },
  hints: {
    recordings: 'Edits, pastes and focus. Counted from the end of the attempt.',
    answers: 'With messages and what reviewers wrote. Counted from the end of the attempt.',
    people: 'Name, addresses and all that is left. Counted from the last invitation or attempt.',
  },
  hidesNames: 'Hide names until there is a decision',
  hidesNamesHow: 'On similarity, and wherever a page says so. Invitations and the live view always show names.',
  count: 'Count what this deletes',
  counting: 'Counting',
  preview,
  countFirst: 'Count first: Save opens when you have seen what would be deleted.',
  save: 'Save',
  saved: 'Saved',
  notANumber: 'A whole number from 1 to 240, or empty.',
};
