import { type AssessmentDraft, checkDraft, resolveDraft } from '@holdout/assessment';
import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { draftOf } from '../../platform/assessment/draft-view';
import { useBank } from '../../platform/assessment/use-bank';
import { NotFound } from '../../platform/not-found';
import { useHasRole, useOrganization } from '../../platform/organization/organization-context';
import { RoleGate } from '../../platform/organization/role-gate';
import { PageSection } from '../../platform/page-section';
import { usePageQuery } from '../../platform/use-page-query';
import { BUILDERS, PUBLISHERS } from './assessment-roles';
import styles from './assessments.module.css';
import { DraftContents } from './draft-contents';
import { DraftCoverage, DraftFigureList } from './draft-figures';
import { CheckStatus } from '../../platform/assessment/check-status';
import { DraftIssues } from './draft-issues';
import { DraftRules } from './draft-rules';
import { issueAddress } from './issue-address';
import { PUBLISH_PAGE } from './publish-operations';
import { usePublish } from './use-publish';
import { VersionList } from './version-list';
import { VersionProgress } from './version-progress';

type Bank = ReturnType<typeof useBank>;

function useChecked(draft: AssessmentDraft, { bank }: Bank) {
  return useMemo(() => {
    const found = new Map(resolveDraft(draft, bank).map(({ entry, options }) => [entry.id, options.length]));
    return { check: checkDraft(draft, bank), foundBy: (entryId: string) => found.get(entryId) ?? 0 };
  }, [draft, bank]);
}

/** Why the viewer cannot publish; null if nothing of that kind is in the way. */
function useObstacle(): string | null {
  const words = useAssessmentMessages().assessments.publish;
  const mayPublish = useHasRole(PUBLISHERS);
  const { archivedAt } = useAssessment();
  if (!mayPublish) return words.mayNot;
  return archivedAt === null ? null : words.archived;
}

type NextProps = {
  readonly draft: AssessmentDraft;
  readonly revision: number;
  readonly number: number;
  readonly onPublished: (versionId: string) => void;
};

/** What publishing freezes now, and the button that does it. */
function Next({ draft, revision, number, onPublished }: NextProps) {
  const { publish: words, contents } = useAssessmentMessages().assessments;
  const bank = useBank();
  const { check, foundBy } = useChecked(draft, bank);
  const { slug } = useOrganization();
  const { id } = useAssessment();
  const { publish, isRunning, failure, issues: refused } = usePublish(id, onPublished);
  const obstacle = useObstacle();
  const issueList = useRef<HTMLDivElement>(null);
  const issues = refused ?? check.issues;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  // The button stays usable and leads to what is in the way.
  const start = () => {
    if (errors > 0 && refused === null) issueList.current?.focus();
    else void publish(revision);
  };
  return (
    <Stack gap="lg" component="section" aria-labelledby="next">
      <Stack gap="sm">
        <Title order={2} id="next">
          {words.next(number)}
        </Title>
        <Text maw="var(--ho-measure)">{words.freezes}</Text>
        <CheckStatus issues={issues} />
        {obstacle === null ? (
          <Group>
            <ActButton isRunning={isRunning} onClick={start}>
              {words.act(number)}
            </ActButton>
          </Group>
        ) : (
          <Text>{obstacle}</Text>
        )}
        <ActError>{failure}</ActError>
      </Stack>
      {issues.length === 0 ? null : (
        <PageSection title={errors > 0 ? words.errorsFirst(errors) : contents.issues}>
          <div ref={issueList} tabIndex={-1} className={styles['issues']}>
            <DraftIssues issues={issues} draft={draft} names={bank.names} addressOf={issueAddress(slug, id)} />
          </div>
        </PageSection>
      )}
      <div className={styles['beside']}>
        <PageSection title={contents.sections}>
          <DraftContents draft={draft} figures={check.figures} names={bank.names} foundBy={foundBy} />
        </PageSection>
        <Stack gap="lg">
          <PageSection title={contents.figures}>
            <DraftFigureList draft={draft} figures={check.figures} />
          </PageSection>
          <PageSection title={contents.rules}>
            <DraftRules draft={draft} />
          </PageSection>
          <PageSection title={contents.coverage}>
            <DraftCoverage figures={check.figures} names={bank.names} />
          </PageSection>
        </Stack>
      </div>
    </Stack>
  );
}

function Publish() {
  const words = useAssessmentMessages().assessments.publish;
  const { dates } = useMessages();
  const { slug } = useOrganization();
  const { id } = useAssessment();
  const state = usePageQuery(PUBLISH_PAGE, { id }).data.assessmentDraft;
  const { hasUnpublishedChanges, versions } = state.assessment;
  const draft = useMemo(() => draftOf(state.draft), [state.draft]);
  const [published, setPublished] = useState<string | null>(null);
  const [latest] = versions;
  return (
    <Stack gap="xl">
      {latest ? (
        <VersionProgress
          key={latest.id}
          versionId={latest.id}
          isMain={!hasUnpublishedChanges}
          isNew={latest.id === published}
        />
      ) : null}
      {hasUnpublishedChanges ? (
        <Next draft={draft} revision={state.revision} number={(latest?.number ?? 0) + 1} onPublished={setPublished} />
      ) : (
        <Stack gap="sm">
          <Text>{words.nothingNew(latest?.number ?? 0, dates.dateTime(state.savedAt))}</Text>
          <Group>
            <Button component={Link} variant="default" to={`/o/${slug}/assessments/${id}/build`}>
              {words.toBuilder}
            </Button>
          </Group>
        </Stack>
      )}
      {versions.length === 0 ? null : (
        <PageSection title={words.versions}>
          <VersionList versions={versions} />
        </PageSection>
      )}
    </Stack>
  );
}

/** What the next version freezes, how far the latest one is prepared, and the versions before. */
export function PublishPage() {
  return (
    <RoleGate roles={BUILDERS} otherwise={<NotFound />}>
      <Publish />
    </RoleGate>
  );
}
