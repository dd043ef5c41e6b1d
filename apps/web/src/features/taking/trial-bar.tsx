import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { PageHeading } from '../../platform/page-heading';
import styles from './strip.module.css';

const CHECK_IN = '/i/check-in';

/** Above each page of a trial: that nothing counts, and the way back. */
export function TrialBar() {
  const words = useTakingMessages().trial;
  return (
    <div className={styles['strip']} role="note">
      <strong>{words.bar}</strong>
      <Anchor component={Link} size="sm" to={CHECK_IN}>
        {words.back}
      </Anchor>
    </div>
  );
}

/** Where an assessment is submitted, a trial leads back: it does not end. */
export function TrialEnd() {
  const words = useTakingMessages().trial;
  return (
    <Stack gap="lg">
      <PageHeading title={words.title} />
      <Text>{words.end}</Text>
      <div>
        <Button component={Link} to={CHECK_IN}>
          {words.back}
        </Button>
      </div>
    </Stack>
  );
}
