import type { DraftCheck } from '@holdout/assessment';
import { Status } from '@holdout/ui';
import { Group } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';

/** How many errors and warnings a check found. */
export function CheckStatus({ issues }: Pick<DraftCheck, 'issues'>) {
  const words = useAssessmentMessages().builder.check;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  return (
    <Group gap="sm">
      {errors === 0 ? (
        <Status kind="right" label={words.ready} />
      ) : (
        <Status kind="wrong" label={words.errors(errors)} />
      )}
      {warnings === 0 ? null : <Status kind="attention" label={words.warnings(warnings)} />}
    </Group>
  );
}
