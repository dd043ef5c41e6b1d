import type { AssessmentDraft, CoverageState, DraftFigures } from '@holdout/assessment';
import { Status, type StatusKind } from '@holdout/ui';
import { Table, Text } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import styles from './assessments.module.css';

const KIND: Readonly<Record<CoverageState, StatusKind>> = {
  missing: 'wrong',
  otherLevels: 'attention',
  thin: 'partly',
  covered: 'right',
};

type Props = { readonly figures: DraftFigures; readonly draft: AssessmentDraft };

function useFigures({ figures, draft }: Props): readonly (readonly [string, string])[] {
  const words = useAssessmentMessages().builder.check;
  const { minutes, standardError, expectedScore, exposure, markedByPeople, questions } = figures;
  const error =
    standardError === null
      ? words.noStandardError
      : words.standardErrorValue(standardError.value, standardError.at, draft.passLine !== null);
  return [
    [words.questions, markedByPeople > 0 ? `${questions}, ${words.marked(markedByPeople)}` : String(questions)],
    [words.time, `${words.timeValue(minutes.median, minutes.p80)}, ${words.timeLimit(draft.minutes)}`],
    [words.score, expectedScore === null ? words.noScore : words.scoreValue(expectedScore)],
    [words.standardError, error],
    [words.exposure, `${words.exposureValue(exposure.peopleBeforeRepeat)}. ${words.shared(exposure.sharedByTwo)}`],
  ];
}

/** What a draft amounts to. All figures are expected, none is measured. */
export function DraftFigureList(props: Props) {
  const words = useAssessmentMessages().builder.check;
  return (
    <>
      <dl className={styles['facts']}>
        {useFigures(props).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {words.expected}
      </Text>
    </>
  );
}

/** How the skills are covered, what is missing first. */
export function DraftCoverage({ figures, names }: Pick<Props, 'figures'> & { readonly names: BankNames }) {
  const { check } = useAssessmentMessages().builder;
  const words = useAssessmentMessages().assessments.contents;
  if (figures.coverage.length === 0) return <Text size="sm">{check.coverageNone}</Text>;
  return (
    <Table aria-label={check.coverage} stickyHeader={false} verticalSpacing="xs" className={styles['coverage'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{check.skill}</Table.Th>
          <Table.Th scope="col">{words.state}</Table.Th>
          <Table.Th scope="col" ta="right">
            {words.expectedShare}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {words.wantedShare}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.coverage.map(({ skillId, state, expected, wanted }) => (
          <Table.Tr key={skillId}>
            <Table.Th scope="row">{names.topic(skillId)}</Table.Th>
            <Table.Td>
              <Status kind={KIND[state]} label={check.coverageState[state]} />
            </Table.Td>
            <Table.Td ta="right">{words.share(expected)}</Table.Td>
            <Table.Td ta="right">{words.share(wanted)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
