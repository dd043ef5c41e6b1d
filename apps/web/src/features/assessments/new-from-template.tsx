import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { AssessmentTemplatesQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import { checkOf } from '../../platform/assessment/check-view';
import { draftOf } from '../../platform/assessment/draft-view';
import { useSkillNames } from '../../platform/assessment/skill-names';
import { useOrganization } from '../../platform/organization/organization-context';
import rows from '../../platform/row-list.module.css';
import { usePageQuery } from '../../platform/use-page-query';
import { TEMPLATES } from './assessment-operations';
import styles from './assessments.module.css';
import { CreateForm } from './create-form';
import { CheckStatus } from '../../platform/assessment/check-status';
import { DraftSummary } from './draft-summary';

type Template = AssessmentTemplatesQuery['assessmentTemplates'][number];

function Row({ template, isChosen }: { readonly template: Template; readonly isChosen: boolean }) {
  const words = useAssessmentMessages().assessments;
  const { check, draft, id } = template;
  const { figures, issues } = checkOf(check);
  const named = words.templates[id];
  return (
    <li className={styles['entry']}>
      <Anchor
        component={Link}
        to={`?from=template&template=${id}`}
        fw={600}
        aria-current={isChosen ? 'true' : undefined}
        preventScrollReset
      >
        {named?.name ?? id}
      </Anchor>
      <Text size="sm">{named?.what}</Text>
      <Text size="sm" c="dimmed">
        {words.new.templateFacts(figures.questions, draft.minutes)}
      </Text>
      <CheckStatus issues={issues} />
    </li>
  );
}

function Chosen({ template, names }: { readonly template: Template; readonly names: BankNames }) {
  const words = useAssessmentMessages().assessments;
  const title = words.templates[template.id]?.name ?? template.id;
  return (
    <Stack gap="lg" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      <CreateForm key={template.id} suggestedTitle={title} origin={{ templateId: template.id }} />
      <DraftSummary draft={draftOf(template.draft)} check={checkOf(template.check)} names={names} />
    </Stack>
  );
}

/** The templates, each with its check against the banks of the organization; the chosen one in full. */
export function NewFromTemplate() {
  const words = useAssessmentMessages().assessments.new;
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const names = useSkillNames();
  const { assessmentTemplates } = usePageQuery(TEMPLATES, { organization: slug }, 'cache-first').data;
  const chosen = assessmentTemplates.find(({ id }) => id === search.get('template'));
  return (
    <div className={styles['beside']}>
      <ul className={rows['list']} aria-label={words.templates}>
        {assessmentTemplates.map((template) => (
          <Row key={template.id} template={template} isChosen={template === chosen} />
        ))}
      </ul>
      {chosen ? <Chosen template={chosen} names={names} /> : <Text>{words.chooseTemplate}</Text>}
    </div>
  );
}
