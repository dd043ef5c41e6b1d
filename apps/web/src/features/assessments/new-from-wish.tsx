import { EmptyState } from '@holdout/ui';
import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId } from 'react';
import type { AssessmentWish, PositionLevel } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { checkOf } from '../../platform/assessment/check-view';
import { draftOf } from '../../platform/assessment/draft-view';
import { useSkillNames } from '../../platform/assessment/skill-names';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { PROPOSAL } from './assessment-operations';
import styles from './assessments.module.css';
import { CreateForm } from './create-form';
import { DraftSummary } from './draft-summary';
import { minutesIn, type ShownWish } from './wish-address';
import { useWish, WishFields } from './wish-form';

const PAUSE_MS = 300;

/** The wish as the API takes it; null while the minutes are none. */
function inputOf(wish: ShownWish): AssessmentWish | null {
  const minutes = minutesIn(wish);
  if (minutes === null) return null;
  const skills = (wish.skills ?? []).map((goal) => ({ ...goal }));
  return { role: wish.role, level: wish.level.toUpperCase() as PositionLevel, skills, minutes };
}

function Proposed({ wish }: { readonly wish: AssessmentWish }) {
  const words = useAssessmentMessages().assessments.new;
  const { slug } = useOrganization();
  const names = useSkillNames();
  const { draft, check } = usePageQuery(PROPOSAL, { organization: slug, wish }, 'cache-first').data.proposeAssessment;
  if (draft.sections.length === 0) return <EmptyState title={words.nothingProposed} detail={words.nothingHow} />;
  return <DraftSummary draft={draftOf(draft)} check={checkOf(check)} names={names} />;
}

/** What is proposed for the wish, a moment after it was changed. */
function Proposal({ wish }: { readonly wish: AssessmentWish | null }) {
  const words = useAssessmentMessages().assessments.new;
  const titleId = useId();
  const [settled] = useDebouncedValue(JSON.stringify(wish), PAUSE_MS);
  const shown = JSON.parse(settled) as AssessmentWish | null;
  return (
    <Stack component="section" aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        {words.proposal}
      </Title>
      {shown === null ? (
        <Text>{words.waitsForMinutes}</Text>
      ) : (
        <PagePane key={settled}>
          <Proposed wish={shown} />
        </PagePane>
      )}
    </Stack>
  );
}

/** A proposal for a role and level, shown before it is created. */
export function NewFromWish() {
  const { assessments, builder } = useAssessmentMessages();
  const names = useSkillNames();
  const { wish } = useWish();
  const input = inputOf(wish);
  const title = assessments.new.titleFor(
    builder.settings.roles[wish.role] ?? wish.role,
    builder.settings.levels[wish.level],
  );
  return (
    <div className={styles['beside']}>
      <CreateForm suggestedTitle={title} origin={input === null ? null : { wish: input }}>
        <WishFields names={names} />
      </CreateForm>
      <Proposal wish={input} />
    </div>
  );
}
