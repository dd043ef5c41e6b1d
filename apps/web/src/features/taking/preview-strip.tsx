import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { Taken } from './attempt-query';
import styles from './strip.module.css';

/** Says that this is no candidate's attempt, and leads back to the builder. */
export function PreviewStrip({ organization, assessmentId }: NonNullable<Taken['preview']>) {
  const words = useAssessmentMessages().assessments.preview;
  return (
    <div className={styles['strip']} role="note">
      <strong>{words.bar}</strong>
      <Anchor component={Link} size="sm" to={`/o/${organization}/assessments/${assessmentId}/build`}>
        {words.back}
      </Anchor>
    </div>
  );
}
