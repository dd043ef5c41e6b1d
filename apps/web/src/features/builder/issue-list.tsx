import type { AssessmentDraft, DraftIssue, DraftIssueCode } from '@holdout/assessment';
import { Status } from '@holdout/ui';
import { Text, Title, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { useIssuePlace } from '../../platform/assessment/use-issue-place';
import { useIssueWords } from '../../platform/assessment/use-issue-words';

/** Where an issue of the whole draft can be solved. */
const SETTING: Readonly<Partial<Record<DraftIssueCode, string>>> = {
  NO_QUESTIONS: 'search',
  MINUTES_TOO_FEW: 'setting:minutes',
  MINUTES_TIGHT: 'setting:minutes',
  SECTIONS_EXCEED_LIMIT: 'setting:minutes',
  LANGUAGE_NOT_OFFERED: 'setting:languages',
  LANGUAGE_UNUSED: 'setting:languages',
  SKILL_MISSING: 'setting:skills',
  SKILL_AT_OTHER_LEVELS: 'setting:skills',
  SCORE_UNCERTAIN: 'setting:passLine',
};

/** The first documentation page whose address is refused. */
const linkControl = ({ documentation }: AssessmentDraft, { params }: DraftIssue): string =>
  `link-url:${documentation.findIndex(({ url }) => url === params['url'])}`;

/** The control to which an issue leads. */
function controlOf(issue: DraftIssue, draft: AssessmentDraft): string {
  const { code, where } = issue;
  if (where.entryId !== null) return `edit:${where.entryId}`;
  if (where.sectionId !== null) return where.sectionId;
  if (code === 'LINK_NOT_WEB') return linkControl(draft, issue);
  return SETTING[code] ?? draft.sections[0]?.id ?? 'add-section';
}

function IssueButton({ issue }: { readonly issue: DraftIssue }) {
  const words = useAssessmentMessages().builder.check;
  const builder = useBuilder();
  const place = useIssuePlace(builder)(issue);
  const say = useIssueWords(builder.names);
  const isError = issue.severity === 'error';
  return (
    <UnstyledButton className={styles['jump'] ?? ''} onClick={() => builder.goTo(controlOf(issue, builder.draft))}>
      <Status kind={isError ? 'wrong' : 'attention'} label={isError ? words.error : words.warning} />
      {place === null ? null : (
        <Text component="span" size="sm" c="dimmed">
          {place}
        </Text>
      )}
      <Text component="span" size="sm" className={styles['jumpWords'] ?? ''}>
        {say(issue)}
      </Text>
    </UnstyledButton>
  );
}

/** All issues, errors first; each leads to its place. */
export function IssueList() {
  const words = useAssessmentMessages().builder.check;
  const { issues } = useBuilder().check;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={3} size="h4" id={titleId}>
        {words.issues}
      </Title>
      {issues.length === 0 ? <Text size="sm">{words.noIssues}</Text> : null}
      <ul role="list" className={styles['issues']}>
        {issues.map((issue) => (
          <li
            key={`${issue.code} ${issue.where.entryId ?? issue.where.sectionId ?? ''} ${Object.values(issue.params).join()}`}
          >
            <IssueButton issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  );
}
