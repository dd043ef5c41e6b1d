import { ActError, Markdown } from '@holdout/ui';
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { InBar } from '../../platform/bar-slot';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { CandidateData } from './candidate-data';
import { Recorded } from './check-in/recorded';
import { MoreTime } from './more-time';
import styles from './taking.module.css';
import { DECLINE, INVITATION, type Invited } from './taking-query';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Rules({ invited }: { readonly invited: Invited }) {
  const words = useCandidateMessages().landing;
  return (
    <Stack gap="xs">
      <Text>{invited.mayGoBack ? words.mayGoBack : words.noWayBack}</Text>
      {invited.hasCalculator ? <Text>{words.calculator}</Text> : null}
      {invited.documentation.length === 0 ? null : (
        <>
          <Text>{words.documentation}</Text>
          <List>
            {invited.documentation.map(({ title, url }) => (
              <List.Item key={url}>
                <Anchor href={url} target="_blank" rel="noreferrer">
                  {title}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

function Sections({ sections }: Pick<Invited, 'sections'>) {
  const words = useCandidateMessages().landing;
  const hasClocks = sections.some((section) => section.minutes !== null);
  if (sections.length < 2 && !hasClocks) return null;
  return (
    <Fact name={words.sections}>
      {sections.map((section) => (
        <Text key={section.id}>{words.section(section.title, section.questionCount, section.minutes)}</Text>
      ))}
      {hasClocks ? <Text>{words.ownClocks}</Text> : null}
    </Fact>
  );
}

function Facts({ invited }: { readonly invited: Invited }) {
  const { names, dates } = useMessages();
  const words = useCandidateMessages().landing;
  const { ownMinutes, minutes, breakMinutes, questionCount, kinds, sections, languages, skills } = invited;
  const hasCode = kinds.some((kind) => kind === 'CODE' || kind === 'MODEL');
  return (
    <dl className={styles['facts']}>
      {skills.length > 0 ? <Fact name={words.measures}>{skills.join(', ')}</Fact> : null}
      <Fact name={words.time}>
        <Text>{words.timeIs(ownMinutes)}</Text>
        {ownMinutes > minutes ? <Text>{words.extra(minutes)}</Text> : null}
        {breakMinutes > 0 ? <Text>{words.breaks(breakMinutes)}</Text> : null}
      </Fact>
      <Fact name={words.questions}>
        {words.questionsAre(
          questionCount,
          kinds.map((kind) => names.kinds[kind]),
        )}
      </Fact>
      <Sections sections={sections} />
      {hasCode ? (
        <Fact name={words.languages}>
          {languages.length === 0 ? words.anyLanguage : languages.map((one) => names.languages[one]).join(', ')}
        </Fact>
      ) : null}
      <Fact name={words.rules}>
        <Rules invited={invited} />
      </Fact>
      <Fact name={words.deadline}>{words.deadlineIs(dates.dateTime(invited.expiresAt))}</Fact>
      <Fact name={words.recorded}>
        <Recorded recorded={invited.recorded} />
      </Fact>
      <Fact name={words.sees}>{words.seesIs(invited.organizationName)}</Fact>
      <Fact name={words.after}>{words.afterIs[invited.afterRelease]}</Fact>
      <Fact name={words.moreTime}>
        <MoreTime invited={invited} />
      </Fact>
    </dl>
  );
}

/** The way to check-in, where the assessment is started. */
function Begin() {
  const words = useCandidateMessages().landing;
  const declining = useAct(DECLINE);
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{words.checkInIs}</Text>
      <ActError>{declining.failure}</ActError>
      <Group gap="sm">
        <Button component={Link} to="/i/check-in">
          {words.checkIn}
        </Button>
        <Button variant="default" onClick={() => void declining.act({ input: {} })} loading={declining.isRunning}>
          {words.decline}
        </Button>
      </Group>
    </Stack>
  );
}

/** The receipt, or the question that was shown last on any device. */
const addressIn = (attempt: Invited['attempt'], isOver: boolean): string =>
  `/attempts/${attempt?.id}/${isOver ? 'receipt' : `items/${attempt?.lastShownPosition ?? 1}`}`;

/** What can be done now, or why nothing can, and whom to write to. */
function Now({ invited }: { readonly invited: Invited }) {
  const { dates } = useMessages();
  const words = useCandidateMessages().landing;
  const { contact, attempt } = invited;
  switch (invited.status) {
    case 'INVITED':
    case 'OPENED':
    case 'CHECKED_IN':
      return <Begin />;
    case 'STARTED':
    case 'SUBMITTED': {
      const isOver = invited.status === 'SUBMITTED';
      return (
        <Stack gap="sm" align="flex-start">
          <Text role="status">{isOver ? words.submitted : words.running}</Text>
          <Button component={Link} to={addressIn(attempt, isOver)}>
            {isOver ? words.receipt : words.resume}
          </Button>
        </Stack>
      );
    }
    case 'NOT_YET_OPEN':
      return <Text role="status">{words.notYetOpen(dates.dateTime(invited.opensAt ?? ''), contact)}</Text>;
    case 'DECLINED':
      return <Text role="status">{words.declined(contact)}</Text>;
    case 'EXPIRED':
      return <Text role="status">{words.expired(dates.dateTime(invited.expiresAt), contact)}</Text>;
    case 'WITHDRAWN':
      return <Text role="status">{words.withdrawn(contact)}</Text>;
  }
}

function Invitation() {
  const words = useCandidateMessages().landing;
  const { data } = usePageQuery(INVITATION, {}, 'network-only');
  const invited = data.candidateInvitation;
  return (
    <Stack gap="lg">
      <InBar>
        <Text className={styles['title'] ?? ''}>{invited.organizationName}</Text>
      </InBar>
      <div>
        <Text size="sm" c="dimmed">
          {words.heading(invited.organizationName)}
        </Text>
        <PageHeading title={invited.title} />
      </div>
      {invited.introduction === '' ? null : <Markdown>{invited.introduction}</Markdown>}
      <Facts invited={invited} />
      <Now invited={invited} />
      <CandidateData organization={invited.organizationName} />
    </Stack>
  );
}

/** `/i`: the invitation of this browser's session, before and after the attempt. */
export function LandingPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <Invitation />
      </PagePane>
    </PageBody>
  );
}
