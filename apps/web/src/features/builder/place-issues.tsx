import type { DraftIssue, IssuePlace } from '@holdout/assessment';
import { Status } from '@holdout/ui';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { useIssueWords } from '../../platform/assessment/use-issue-words';

const isAt = (one: IssuePlace, other: IssuePlace): boolean =>
  one.sectionId === other.sectionId && one.entryId === other.entryId;

const keyOf = ({ code, params }: DraftIssue): string => `${code} ${Object.values(params).join()}`;

/** The issues of one section or entry, where they are. */
export function PlaceIssues({ place }: { readonly place: IssuePlace }) {
  const { check, names } = useBuilder();
  const say = useIssueWords(names);
  const issues = check.issues.filter(({ where }) => isAt(where, place));
  return issues.map((issue) => (
    <div key={keyOf(issue)} className={styles['issue']}>
      <Status kind={issue.severity === 'error' ? 'wrong' : 'attention'} label={say(issue)} />
    </div>
  ));
}
