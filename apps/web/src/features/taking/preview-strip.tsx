import { Flyout } from '@holdout/ui';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { RunningPreview, Taken } from './attempt-query';
import { PreviewSwitches } from './preview-switches';
import styles from './strip.module.css';

type Props = NonNullable<Taken['preview']> & { readonly running: RunningPreview | null };

/** Says that this is no candidate's attempt, shows it later or narrower, and leads back to the builder. */
export function PreviewStrip({ organization, assessmentId, running }: Props) {
  const words = useAssessmentMessages().assessments.preview;
  return (
    <div className={styles['strip']} role="note">
      <strong>{words.bar}</strong>
      {running === null ? null : (
        <Flyout label={words.showAs} face={words.showAs} side="start">
          <PreviewSwitches assessmentId={assessmentId} running={running} />
        </Flyout>
      )}
      <Anchor component={Link} size="sm" to={`/o/${organization}/assessments/${assessmentId}/build`}>
        {words.back}
      </Anchor>
    </div>
  );
}
