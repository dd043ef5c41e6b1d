import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../../messages/taking-messages';
import { addressOf, isAhead, nextAhead, type Plan, type PlannedSection } from './section-plan';

/** Above an item whose section has closed: what counts, and where to go on. */
export function SectionOver({ plan, section }: { readonly plan: Plan; readonly section: PlannedSection | null }) {
  const words = useTakingMessages().sections;
  if (section === null || section.minutes === null || !section.isClosed) return null;
  const next = nextAhead(plan);
  return (
    <Stack gap="xs" align="flex-start">
      <Text role="status">{words.closed(section.place, section.title)}</Text>
      {next === null ? null : (
        <Button component={Link} to={addressOf(plan, { kind: 'section', section: next })} variant="default">
          {words.goOn(next.place)}
        </Button>
      )}
    </Stack>
  );
}

/** Links to the sections that are still to be entered. */
export function SectionsAhead({ plan }: { readonly plan: Plan }) {
  const words = useTakingMessages().sections;
  const ahead = plan.sections.filter(isAhead);
  if (ahead.length === 0) return null;
  return (
    <nav aria-label={words.ahead}>
      <List listStyleType="none" size="sm">
        {ahead.map((section) => (
          <List.Item key={section.id}>
            <Anchor component={Link} to={addressOf(plan, { kind: 'section', section })} size="sm">
              {words.aheadOne(section.place, section.title, section.minutes ?? 0)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </nav>
  );
}
