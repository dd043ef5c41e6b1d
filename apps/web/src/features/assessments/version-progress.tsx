import { useApolloClient, useSubscription } from '@apollo/client/react';
import { ActButton, ActError, focusOnArrival, Status, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { Link } from 'react-router';
import type { VersionPreparationQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { ASSESSMENT, useAssessment } from '../../platform/assessment/assessment-context';
import { useHasRole, useOrganization } from '../../platform/organization/organization-context';
import rows from '../../platform/row-list.module.css';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { PUBLISHERS } from './assessment-roles';
import styles from './assessments.module.css';
import { PUBLISH_PAGE, RETRY, VERSION_CHANGED, VERSION_PREPARATION } from './publish-operations';

type Version = VersionPreparationQuery['assessmentVersion'];

/** Without the socket, and as a safety net: a notice may be lost. */
const LOOK_MS = 3000;

/** Follows the preparation until it ends. What arrives is written to the cache; `again` follows a retry. */
function useFollow({ id, isReady, preparation }: Version, look: () => void) {
  const words = useAssessmentMessages().assessments.publish;
  const client = useApolloClient();
  const announce = useAnnounce();
  const { total, done, failed } = preparation;
  const isRunning = !isReady && done + failed < total;
  const { restart } = useSubscription(VERSION_CHANGED, {
    variables: { id },
    skip: isReady,
    onError: () => undefined,
    onData: ({ data }) => {
      const version = data.data?.assessmentVersionChanged;
      if (!version?.isReady) return;
      announce(words.ready(version.number));
      // Lists of versions have the state of the time when they were read.
      void client.refetchQueries({ include: [ASSESSMENT, PUBLISH_PAGE] });
    },
  });
  // The server is outside React.
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isRunning, look]);
  return { again: restart };
}

function Failures({ version, onRetry }: { readonly version: Version; readonly onRetry: () => void }) {
  const words = useAssessmentMessages().assessments.publish;
  const mayRetry = useHasRole(PUBLISHERS);
  const { act, isRunning, failure } = useAct(RETRY);
  const retry = async () => {
    if (await act({ input: { versionId: version.id } })) onRetry();
  };
  return (
    <Stack gap="sm">
      <Status kind="attention" label={words.failed(version.preparation.failed)} />
      <Text>{words.failedHow}</Text>
      <ul className={rows['list']}>
        {version.preparation.failures.map(({ question, reason }) => (
          <li key={question.id} className={styles['entry']}>
            <Text fw={600}>{question.title}</Text>
            <Text size="sm" className={styles['reason'] ?? ''}>
              {reason}
            </Text>
          </li>
        ))}
      </ul>
      {mayRetry ? (
        <Group>
          <ActButton variant="default" isRunning={isRunning} onClick={() => void retry()}>
            {words.retry}
          </ActButton>
        </Group>
      ) : null}
      <ActError>{failure}</ActError>
    </Stack>
  );
}

/** The next step once people can be invited. `isMain` makes it the filled button of the page. */
function Invite({ isMain }: { readonly isMain: boolean }) {
  const words = useAssessmentMessages().assessments.publish;
  const { slug } = useOrganization();
  const { id } = useAssessment();
  return (
    <Group>
      <Button component={Link} to={`/o/${slug}/assessments/${id}/invitations`} variant={isMain ? 'filled' : 'default'}>
        {words.invite}
      </Button>
    </Group>
  );
}

type Props = {
  readonly versionId: string;
  /** Whether inviting is the main act of the page. */
  readonly isMain: boolean;
  /** Whether it was published on this page just now: the button that had the focus is gone. */
  readonly isNew: boolean;
};

/** The latest version: what is still being generated for it, what failed, or that people can be invited. */
export function VersionProgress({ versionId, isMain, isNew }: Props) {
  const words = useAssessmentMessages().assessments.publish;
  const mayInvite = useHasRole(PUBLISHERS);
  const { data, refetch } = usePageQuery(VERSION_PREPARATION, { id: versionId });
  const version = data.assessmentVersion;
  const look = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const { again } = useFollow(version, look);
  const { done, total, failed } = version.preparation;
  return (
    <Stack gap="sm" component="section" aria-labelledby="latest">
      <Title order={2} size="h3" id="latest" tabIndex={-1} ref={isNew ? focusOnArrival : null}>
        {words.latest(version.number)}
      </Title>
      {version.isReady ? (
        <>
          <Status kind="right" label={words.isReady} />
          {mayInvite ? <Invite isMain={isMain} /> : null}
        </>
      ) : (
        <>
          <label className={styles['progress']}>
            <span>{words.progress(done, total)}</span>
            <progress value={done} max={total} />
          </label>
          <Text size="sm" c="dimmed">
            {words.progressHow}
          </Text>
          {failed > 0 ? <Failures version={version} onRetry={again} /> : null}
        </>
      )}
    </Stack>
  );
}
