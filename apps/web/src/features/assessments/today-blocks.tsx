import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { TodaySection } from '../../platform/organization/today-section';
import { usePageQuery } from '../../platform/use-page-query';
import { TODAY, type TodaysAssessment } from './today-operations';

const SHOWN = 5;

type Waiting = { readonly assessment: TodaysAssessment; readonly detail: string };
type BlockProps = {
  readonly title: (n: number) => string;
  /** The page of the assessment on which it can be solved. */
  readonly page: string;
  readonly waiting: readonly Waiting[];
};

function useTodays(): readonly TodaysAssessment[] {
  const { slug } = useOrganization();
  return usePageQuery(TODAY, { organization: slug }).data.todays.edges.map(({ node }) => node);
}

/** The first few of what waits, each with the way to it; nothing if nothing does. */
function Block({ title, page, waiting }: BlockProps) {
  const words = useAssessmentMessages().assessments.today;
  const { slug } = useOrganization();
  if (waiting.length === 0) return null;
  return (
    <TodaySection title={title(waiting.length)}>
      <List listStyleType="none">
        {waiting.slice(0, SHOWN).map(({ assessment, detail }) => (
          <List.Item key={assessment.id}>
            <Anchor component={Link} to={`/o/${slug}/assessments/${assessment.id}/${page}`}>
              {assessment.title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          </List.Item>
        ))}
      </List>
      {waiting.length > SHOWN ? (
        <Anchor component={Link} to={`/o/${slug}/assessments`}>
          {words.others(waiting.length - SHOWN)}
        </Anchor>
      ) : null}
    </TodaySection>
  );
}

/** The latest versions that could not be prepared: nobody can be invited to them. */
export function FailedVersionsBlock() {
  const words = useAssessmentMessages().assessments.today;
  const failed = useTodays().flatMap((assessment) => {
    const [latest] = assessment.versions;
    return latest?.hasFailed ? [{ assessment, detail: words.failedVersion(latest.number) }] : [];
  });
  return <Block title={words.failed} page="publish" waiting={failed} />;
}

/** Invitations whose mail did not arrive. */
export function UndeliveredBlock() {
  const words = useAssessmentMessages().assessments.today;
  const stuck = useTodays()
    .filter(({ undelivered }) => undelivered > 0)
    .map((assessment) => ({ assessment, detail: words.mails(assessment.undelivered) }));
  return <Block title={words.undelivered} page="invitations" waiting={stuck} />;
}

/** Drafts that say something else than the latest version. */
export function UnpublishedBlock() {
  const words = useAssessmentMessages().assessments.today;
  const { dates } = useMessages();
  const changed = useTodays()
    .filter(({ hasUnpublishedChanges }) => hasUnpublishedChanges)
    .map((assessment) => ({ assessment, detail: words.changed(dates.dateTime(assessment.updatedAt)) }));
  return <Block title={words.unpublished} page="publish" waiting={changed} />;
}

/** Assessments with a submission in the last seven days. */
export function SubmittedBlock() {
  const words = useAssessmentMessages().assessments.today;
  const { dates } = useMessages();
  const submitted = useTodays().flatMap((assessment) => {
    const { lastSubmittedAt, hasNewSubmissions, counts } = assessment;
    if (lastSubmittedAt === null || !hasNewSubmissions) return [];
    return [{ assessment, detail: words.lastSubmission(counts.submitted, dates.dateTime(lastSubmittedAt)) }];
  });
  return <Block title={words.submitted} page="invitations" waiting={submitted} />;
}
