import { ActButton, ActError, focusOnArrival, FormErrors } from '@holdout/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../messages/messages';
import { type CandidateMessages, useCandidateMessages } from '../../messages/candidate-messages';
import { InBar } from '../../platform/bar-slot';
import { onAnswer } from '../../platform/on-answer';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import styles from './taking.module.css';
import { type PublicLink, REQUEST_SEAT, TAKE_SEAT } from './public-link-query';

type Asked = { readonly requestId: string; readonly email: string };

type AskProps = {
  readonly token: string;
  readonly organization: string;
  /** Someone who has a place gives no name. */
  readonly isNew: boolean;
  readonly onAsked: (asked: Asked) => void;
  readonly onRefused: (link: PublicLink) => void;
};

function useAsking({ token, isNew, onAsked, onRefused }: AskProps) {
  const form = useFormErrors('seat');
  const { act, isRunning, failure } = useAct(REQUEST_SEAT);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const ask = async (): Promise<void> => {
    if (!form.isComplete(isNew ? { name, email } : { email })) return;
    const answer = (await act({ input: { token, name: isNew ? name : null, email } }))?.requestSeat;
    await onAnswer(answer, {
      RequestSeatSuccess: ({ requestId }) => onAsked({ requestId, email: email.trim() }),
      InvalidInputProblem: ({ issues }) => form.show(issues),
      PublicLinkProblem: onRefused,
    });
  };
  return { form, ask, isRunning, failure, name, setName, email, setEmail };
}

/** Name and address; for someone who has a place the address alone. */
function AskForm(props: AskProps) {
  const words = useCandidateMessages().publicLink;
  const { form, ask, isRunning, failure, ...fields } = useAsking(props);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)" align="stretch">
        <FormErrors errors={form.errors} />
        {props.isNew ? (
          <TextInput
            {...form.propsOf('name')}
            label={words.name}
            autoComplete="name"
            value={fields.name}
            onChange={(event) => fields.setName(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          ref={props.isNew ? null : focusOnArrival}
          {...form.propsOf('email')}
          label={words.email}
          type="email"
          autoComplete="email"
          value={fields.email}
          onChange={(event) => fields.setEmail(event.currentTarget.value)}
        />
        {props.isNew ? (
          <Text size="sm" c="dimmed">
            {words.sees(props.organization)}
          </Text>
        ) : null}
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" isRunning={isRunning}>
            {words.send}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}

type CodeProps = {
  readonly token: string;
  readonly asked: Asked;
  readonly onRefused: (link: PublicLink) => void;
  readonly onAgain: () => void;
};

function useTaking({ token, asked, onRefused }: CodeProps) {
  const words = useCandidateMessages();
  const navigate = useNavigate();
  const { act, isRunning, failure } = useAct(TAKE_SEAT);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (code: string): Promise<void> => {
    const answer = (await act({ input: { token, requestId: asked.requestId, code } }))?.takeSeat;
    await onAnswer(answer, {
      TakeSeatSuccess: async () => await navigate('/i', { replace: true }),
      WrongCodeProblem: () => setProblem(words.publicLink.wrong),
      LinkUnusableProblem: ({ contact }) => setProblem(words.open.withdrawn(contact)),
      PublicLinkProblem: onRefused,
    });
  };
  return { take, isRunning, failure, problem };
}

function CodeForm(props: CodeProps) {
  const words = useCandidateMessages().publicLink;
  const { take, isRunning, failure, problem } = useTaking(props);
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void take(code);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)" align="stretch">
        <Text role="status">{words.sent(props.asked.email)}</Text>
        <TextInput
          ref={focusOnArrival}
          label={words.code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={problem}
        />
        <ActError>{failure}</ActError>
        <Group gap="sm">
          <ActButton type="submit" isRunning={isRunning}>
            {words.continue}
          </ActButton>
          <Button variant="default" onClick={props.onAgain}>
            {words.other}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function stateWords(
  { state, contact, opensAt }: PublicLink,
  words: CandidateMessages['publicLink'],
  dateTime: (time: string) => string,
): string {
  return words.state[state](contact, opensAt === null ? '' : dateTime(opensAt));
}

type StateProps = {
  readonly token: string;
  readonly link: PublicLink;
  readonly onAsked: (asked: Asked) => void;
  readonly onRefused: (link: PublicLink) => void;
};

/** Whether there is a place, and the form for a new person; for one who has a place the form behind a button. */
function LinkState({ token, link, onAsked, onRefused }: StateProps) {
  const words = useCandidateMessages().publicLink;
  const { dates } = useMessages();
  const [isBack, setIsBack] = useState(false);
  const isNew = link.state === 'OPEN';
  return (
    <>
      <Text role="status">{stateWords(link, words, dates.dateTime)}</Text>
      {!isNew && isBack ? <Text>{words.back}</Text> : null}
      {isNew || isBack ? (
        <AskForm
          token={token}
          organization={link.organizationName}
          isNew={isNew}
          onAsked={onAsked}
          onRefused={onRefused}
        />
      ) : null}
      {isNew || isBack || link.state === 'NO_MAIL' ? null : (
        <Group>
          <Button variant="default" onClick={() => setIsBack(true)}>
            {words.have}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What the link is for, whether there is a place, and the form that verifies an address. */
export function PublicLinkDoor({ token, link: first }: { readonly token: string; readonly link: PublicLink }) {
  const words = useCandidateMessages().publicLink;
  const [link, setLink] = useState(first);
  const [asked, setAsked] = useState<Asked | null>(null);
  const refuse = (refused: PublicLink) => {
    setLink(refused);
    setAsked(null);
  };
  return (
    <Stack gap="lg">
      <InBar>
        <Text className={styles['title'] ?? ''}>{link.organizationName}</Text>
      </InBar>
      <div>
        <Text size="sm" c="dimmed">
          {words.heading(link.organizationName)}
        </Text>
        <PageHeading title={link.title} />
      </div>
      {asked === null ? (
        <LinkState key={link.state} token={token} link={link} onAsked={setAsked} onRefused={refuse} />
      ) : (
        <CodeForm token={token} asked={asked} onRefused={refuse} onAgain={() => setAsked(null)} />
      )}
    </Stack>
  );
}
