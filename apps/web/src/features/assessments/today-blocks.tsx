import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { TodaySection } from '../../platform/organization/today-section';
import { usePageQuery } from '../../platform/use-page-query';
import { TODAY, type TodaysAssessment, type TodaysAssessments } from './today-operations';

const SHOWN = 5;

type BlockProps = {
  readonly title: (n: number) => string;
  /** The page of the assessment on which it can be solved. */
  readonly page: string;
  readonly waiting: TodaysAssessments;
  readonly detailOf: (assessment: TodaysAssessment) => string;
};

function useTodays() {
  const { slug } = useOrganization();
  return usePageQuery(TODAY, { organization: slug, first: SHOWN }).data;
}

/** The first few of what waits, each with the way to it; nothing if nothing does. */
function Block({ title, page, waiting: { edges, totalCount }, detailOf }: BlockProps) {
  const words = useAssessmentMessages().assessments.today;
  const { slug } = useOrganization();
  if (totalCount === 0) return null;
  return (
    <TodaySection title={title(totalCount)}>
      <List listStyleType="none">
        {edges.map(({ node }) => (
          <List.Item key={node.id}>
            <Anchor component={Link} to={`/o/${slug}/assessments/${node.id}/${page}`}>
              {node.title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {detailOf(node)}
            </Text>
          </List.Item>
        ))}
      </List>
      {totalCount > edges.length ? (
        <Anchor component={Link} to={`/o/${slug}/assessments`}>
          {words.others(totalCount - edges.length)}
        </Anchor>
      ) : null}
    </TodaySection>
  );
}

/** The latest versions that could not be prepared: nobody can be invited to them. */
export function FailedVersionsBlock() {
  const words = useAssessmentMessages().assessments.today;
  const detailOf = ({ versions }: TodaysAssessment) => words.failedVersion(versions[0]?.number ?? 0);
  return <Block title={words.failed} page="publish" waiting={useTodays().failed} detailOf={detailOf} />;
}

/** Invitations whose mail did not arrive. */
export function UndeliveredBlock() {
  const words = useAssessmentMessages().assessments.today;
  const detailOf = ({ undelivered }: TodaysAssessment) => words.mails(undelivered);
  return <Block title={words.undelivered} page="invitations" waiting={useTodays().undelivered} detailOf={detailOf} />;
}

/** Drafts that say something else than the latest version. */
export function UnpublishedBlock() {
  const words = useAssessmentMessages().assessments.today;
  const { dates } = useMessages();
  const detailOf = ({ updatedAt }: TodaysAssessment) => words.changed(dates.dateTime(updatedAt));
  return <Block title={words.unpublished} page="publish" waiting={useTodays().unpublished} detailOf={detailOf} />;
}

/** Assessments with a submission in the last seven days. */
export function SubmittedBlock() {
  const words = useAssessmentMessages().assessments.today;
  const { dates } = useMessages();
  const detailOf = ({ counts, lastSubmittedAt, updatedAt }: TodaysAssessment) =>
    words.lastSubmission(counts.submitted, dates.dateTime(lastSubmittedAt ?? updatedAt));
  return <Block title={words.submitted} page="invitations" waiting={useTodays().submitted} detailOf={detailOf} />;
}
