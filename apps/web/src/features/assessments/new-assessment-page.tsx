import { Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { type AssessmentMessages, useAssessmentMessages } from '../../messages/assessment-messages';
import { NotFound } from '../../platform/not-found';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { PagePane } from '../../platform/page-pane';
import { PageTabs } from '../../platform/page-tabs';
import styles from './assessment-layout.module.css';
import { BUILDERS } from './assessment-roles';
import { CreateForm } from './create-form';
import { NewFromTemplate } from './new-from-template';
import { NewFromWish } from './new-from-wish';

type Way = keyof AssessmentMessages['assessments']['new']['ways'];
const WAYS: readonly Way[] = ['role', 'template', 'empty'];

function Ways({ current }: { readonly current: Way }) {
  const words = useAssessmentMessages().assessments.new;
  const tabs = WAYS.map((way) => ({ to: `?from=${way}`, name: words.ways[way], isCurrent: way === current }));
  return <PageTabs label={words.waysLabel} className={styles['tabs'] ?? ''} tabs={tabs} />;
}

function Content({ way }: { readonly way: Way }) {
  const words = useAssessmentMessages().assessments.new;
  switch (way) {
    case 'role':
      return <NewFromWish />;
    case 'template':
      return <NewFromTemplate />;
    case 'empty':
      return (
        <Stack>
          <Text maw="var(--ho-measure)">{words.emptyHow}</Text>
          <CreateForm suggestedTitle="" origin={{}} />
        </Stack>
      );
  }
}

/** Three ways to a new assessment: a proposal for a role, a template, or nothing. Each ends in the builder. */
export function NewAssessmentPage() {
  const words = useAssessmentMessages().assessments;
  const [search] = useSearchParams();
  const current = WAYS.find((way) => way === search.get('from')) ?? 'role';
  return (
    <RoleGate roles={BUILDERS} otherwise={<NotFound />}>
      <OrganizationPageBody title={words.new.title} trail={[{ name: words.title, to: 'assessments' }]}>
        <Ways current={current} />
        <PagePane key={current}>
          <Content way={current} />
        </PagePane>
      </OrganizationPageBody>
    </RoleGate>
  );
}
