import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useOrganization } from '../../platform/organization/organization-context';

/** The ways to a first assessment: a proposal, or one of the templates. */
export function TemplateLinks() {
  const words = useAssessmentMessages().assessments;
  const { slug } = useOrganization();
  const to = `/o/${slug}/assessments/new`;
  return (
    <Stack gap="sm">
      <Anchor component={Link} to={to}>
        {words.new.propose}
      </Anchor>
      <Text>{words.new.orTemplate}</Text>
      <List>
        {Object.entries(words.templates).map(([id, { name, what }]) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`${to}?from=template&template=${id}`}>
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {what}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
