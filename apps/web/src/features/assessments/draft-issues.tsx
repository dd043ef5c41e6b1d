import type { AssessmentDraft, DraftCheck, DraftIssue } from '@holdout/assessment';
import { Status } from '@holdout/ui';
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import { entryName } from '../../platform/assessment/entry-name';
import { useIssueWords } from '../../platform/assessment/use-issue-words';
import rows from '../../platform/row-list.module.css';
import styles from './assessments.module.css';

type Checked = { readonly draft: AssessmentDraft; readonly names: BankNames };
type Props = Checked & {
  readonly issues: readonly DraftIssue[];
  /** Where an issue can be solved; without it they are only listed. */
  readonly addressOf?: (issue: DraftIssue) => string;
};

/** The section or entry in which an issue is; null for the draft as a whole. */
function usePlaces({ draft, names }: Checked): (issue: DraftIssue) => string | null {
  const { builder } = useAssessmentMessages();
  const { kinds } = useMessages().names;
  return ({ where }) => {
    const at = draft.sections.findIndex(({ id }) => id === where.sectionId);
    const section = draft.sections[at];
    if (section === undefined) return null;
    const entry = section.entries.find(({ id }) => id === where.entryId);
    return entry ? entryName(entry, names, { builder, kinds }) : builder.draft.section(at + 1, section.title);
  };
}

/** How many errors and warnings a check found. */
export function CheckStatus({ issues }: Pick<DraftCheck, 'issues'>) {
  const words = useAssessmentMessages().builder.check;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  return (
    <Group gap="sm">
      {errors === 0 ? (
        <Status kind="right" label={words.ready} />
      ) : (
        <Status kind="wrong" label={words.errors(errors)} />
      )}
      {warnings === 0 ? null : <Status kind="attention" label={words.warnings(warnings)} />}
    </Group>
  );
}

/** The issues of a draft, errors first; each can lead to its place in the builder. */
export function DraftIssues({ issues, draft, names, addressOf }: Props) {
  const words = useAssessmentMessages().builder.check;
  const say = useIssueWords(names);
  const placeOf = usePlaces({ draft, names });
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
