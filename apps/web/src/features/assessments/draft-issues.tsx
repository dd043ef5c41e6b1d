import type { DraftIssue } from '@holdout/assessment';
import { Status } from '@holdout/ui';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { type Checked, useIssuePlace } from '../../platform/assessment/use-issue-place';
import { useIssueWords } from '../../platform/assessment/use-issue-words';
import rows from '../../platform/row-list.module.css';
import styles from './assessments.module.css';

type Props = Checked & {
  readonly issues: readonly DraftIssue[];
  /** Where an issue can be solved; without it they are only listed. */
  readonly addressOf?: (issue: DraftIssue) => string;
};

/** The issues of a draft, errors first; each can lead to its place in the builder. */
export function DraftIssues({ issues, draft, names, addressOf }: Props) {
  const words = useAssessmentMessages().builder.check;
  const say = useIssueWords(names);
  const placeOf = useIssuePlace({ draft, names });
  return (
    <ul className={rows['list']}>
      {issues.map((issue) => {
        const isError = issue.severity === 'error';
        const place = placeOf(issue);
        return (
          <li
            key={`${issue.code} ${issue.where.entryId ?? issue.where.sectionId ?? ''} ${Object.values(issue.params).join()}`}
            className={styles['issue']}
          >
            <Status kind={isError ? 'wrong' : 'attention'} label={isError ? words.error : words.warning} />
            <div className={styles['grow']}>
              {addressOf ? (
                <Anchor component={Link} to={addressOf(issue)} size="sm">
                  {say(issue)}
                </Anchor>
              ) : (
                <Text size="sm">{say(issue)}</Text>
              )}
              {place === null ? null : (
                <Text size="sm" c="dimmed">
                  {place}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
