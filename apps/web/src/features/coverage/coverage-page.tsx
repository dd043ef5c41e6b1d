import { SkeletonLines } from '@holdout/ui';
import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCoverageMessages } from '../../messages/coverage-messages';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { faultsByLanguage, skillsCovered } from './count-questions';
import { COVERAGE, type Coverage } from './coverage-query';
import { FaultTable } from './fault-table';
import { KindTable } from './kind-table';
import { SkillTable } from './skill-table';

type SectionProps = { readonly title: string; readonly detail: string; readonly children: ReactNode };

function Section({ title, detail, children }: SectionProps) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" maw="var(--ho-measure)">
        {detail}
      </Text>
      {children}
    </Stack>
  );
}

function FaultTotals({ codeChecks }: Pick<Coverage, 'codeChecks'>) {
  const words = useCoverageMessages();
  const { names } = useMessages();
  return (
    <List size="sm">
      {faultsByLanguage(codeChecks).map((totals) => (
        <List.Item key={totals.language}>{words.faultTotals(names.languages[totals.language], totals)}</List.Item>
      ))}
    </List>
  );
}

function Whole() {
  const words = useCoverageMessages();
  const { coverage } = usePageQuery(COVERAGE, {}).data;
  const { covered, all } = skillsCovered(coverage);
  return (
    <Stack gap="xl">
      <Text maw="var(--ho-measure)">{words.summary(coverage.questionCount, covered, all)}</Text>
      <Section title={words.byKind} detail={words.byKindHow}>
        <KindTable counts={coverage.counts} />
      </Section>
      <Section title={words.bySkill} detail={words.bySkillHow}>
        <SkillTable domains={coverage.domains} />
      </Section>
      <Section title={words.faults} detail={words.faultsHow}>
        <FaultTotals codeChecks={coverage.codeChecks} />
        <FaultTable checks={coverage.codeChecks} />
      </Section>
    </Stack>
  );
}

/** What the public bank covers, its gaps, and how well its code questions grade. */
export function CoveragePage() {
  const words = useCoverageMessages();
  return (
    <PageBody>
      <Stack gap="lg">
        <PageHeading title={words.title} />
        <PagePane skeleton={<SkeletonLines count={12} height="row" />}>
          <Whole />
        </PagePane>
      </Stack>
    </PageBody>
  );
}
