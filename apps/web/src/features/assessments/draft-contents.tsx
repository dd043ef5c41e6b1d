import type { AssessmentDraft, DraftEntry, DraftFigures } from '@holdout/assessment';
import { Stack, Text, Title } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import { entryName } from '../../platform/assessment/entry-name';
import styles from './assessments.module.css';

type Props = {
  readonly draft: AssessmentDraft;
  readonly figures: DraftFigures;
  readonly names: BankNames;
  /** How many questions a pool can draw from; without it the number is not shown. */
  readonly foundBy?: (entryId: string) => number;
};

function Entry({ entry, names, foundBy }: Omit<Props, 'draft' | 'figures'> & { readonly entry: DraftEntry }) {
  const { builder, assessments } = useAssessmentMessages();
  const { kinds } = useMessages().names;
  const facts = [
    entry.kind === 'pool' ? assessments.contents.pool : assessments.contents.fixed,
    ...(entry.kind === 'pool' && foundBy ? [assessments.contents.outOf(entry.draw, foundBy(entry.id))] : []),
    builder.draft.weighs(entry.weight),
  ];
  return (
    <li className={styles['entry']}>
      <Text>{entryName(entry, names, { builder, kinds })}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </li>
  );
}

/** The sections of a draft with what each of them asks. */
export function DraftContents({ draft, figures, names, foundBy }: Props) {
  const { builder, assessments } = useAssessmentMessages();
  return (
    <Stack gap="md">
      {draft.sections.map(({ id, title, minutes, entries }, index) => {
        const of = figures.sections.find(({ sectionId }) => sectionId === id);
        return (
          <Stack key={id} gap={0} component="section">
            <Title order={3} size="h4">
              {builder.draft.section(index + 1, title)}
            </Title>
            <Text size="sm" c="dimmed">
              {assessments.contents.section(of?.questions ?? 0, of?.minutes.median ?? 0, minutes)}
            </Text>
            <ul className={styles['entries']}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} names={names} {...(foundBy ? { foundBy } : {})} />
              ))}
            </ul>
          </Stack>
        );
      })}
    </Stack>
  );
}
