import { Status } from '@holdout/ui';
import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useLiveMessages } from '../../messages/live-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { TodaySection } from '../../platform/organization/today-section';
import { usePageQuery } from '../../platform/use-page-query';
import { LIVE_ASSESSMENTS } from './live-query';

/** On Today: the assessments that candidates take now, those with open calls for help first. */
export function RunningBlock() {
  const words = useLiveMessages().today;
  const { slug } = useOrganization();
  const { liveAssessments } = usePageQuery(LIVE_ASSESSMENTS, { organization: slug }).data;
  if (liveAssessments.length === 0) return null;
  return (
    <TodaySection title={words.title}>
      <List listStyleType="none">
        {liveAssessments.map(({ assessmentId, title, runningCount, callCount }) => (
          <List.Item key={assessmentId}>
            <Anchor component={Link} to={`/o/${slug}/assessments/${assessmentId}/live`}>
              {title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {words.running(runningCount)}
            </Text>
            {callCount === 0 ? null : <Status kind="attention" label={words.calls(callCount)} />}
          </List.Item>
        ))}
      </List>
    </TodaySection>
  );
}
