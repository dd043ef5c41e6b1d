import { ActButton, ActError, type FieldError, FormErrors } from '@holdout/ui';
import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { NewQuizQuery } from '../../generated/operations';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { useVisitorActed } from '../../answering/use-visitor-acted';
import { errorOf, fieldErrors } from '../../platform/input-issues';
import { kindsScoredBy, scoredBy, type ScoredBy } from '../../platform/kinds';
import { useAct } from '../../platform/use-act';
import { START_QUIZ } from './new-quiz-query';
import styles from './quiz.module.css';

type Domains = NewQuizQuery['skillDomains'];
type Wanted = {
  readonly skills: readonly string[];
  readonly ways: readonly ScoredBy[];
  readonly count: string;
  readonly minutes: string | null;
};

const FORM = 'quiz';
/** The default, if the bank has that many. */
const COUNT = 10;
const MINUTES = '20';
const WAYS = ['key', 'submission'] as const satisfies readonly ScoredBy[];

/** Non-numeric input becomes 0, which the server reports as too small. */
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** Replaces an error's field name with the label used on this page. */
function named({ quiz }: Messages, errors: readonly FieldError[]): readonly FieldError[] {
  const { skills, kinds, count, minutes } = quiz.make;
  const labels = { skills, kinds, count, minutes };
  return errors.map((error) => {
    const found = Object.entries(labels).find(([field]) => error.fieldId === `${FORM}-${field}`);
    return found ? { ...error, label: found[1] } : error;
  });
}

function useStart() {
  const messages = useMessages();
  const navigate = useNavigate();
  const visitorActed = useVisitorActed();
  const { act, isRunning, failure } = useAct(START_QUIZ);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [available, setAvailable] = useState<number | null>(null);
  const start = async ({ skills, ways, count, minutes }: Wanted): Promise<void> => {
    setErrors([]);
    setAvailable(null);
    const input = {
      skills: [...skills],
      kinds: kindsScoredBy(...ways),
      count: whole(count),
      minutes: minutes === null ? null : whole(minutes),
    };
    const result = (await act({ input }))?.startQuiz;
    switch (result?.__typename) {
      case 'StartQuizSuccess':
        visitorActed();
        void navigate(`/quiz/${result.attempt.id}?item=1`);
        return;
      case 'NotEnoughQuestionsProblem':
        setAvailable(result.available);
        return;
      case 'InvalidInputProblem':
        setErrors(named(messages, fieldErrors(messages, FORM, result.issues)));
        return;
      case undefined:
    }
  };
  return { start, isRunning, failure, errors, available };
}

/** How many questions of a skill the quiz can use. */
const countOf = (counts: Domains[number]['skills'][number]['kindCounts'], ways: readonly ScoredBy[]): number =>
  counts.reduce((sum, { kind, count }) => (ways.includes(scoredBy(kind)) ? sum + count : sum), 0);

type SkillsProps = {
  readonly domains: Domains;
  readonly ways: readonly ScoredBy[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
};

function Skills({ domains, ways, chosen, onChoose }: SkillsProps) {
  const words = useMessages().quiz.make;
  return (
    <Checkbox.Group
      label={words.skills}
      description={words.skillsHint}
      value={[...chosen]}
      onChange={onChoose}
      id={`${FORM}-skills`}
      w="100%"
    >
      <div className={styles['domains']}>
        {domains.map((domain) => {
          const usable = domain.skills
            .map(({ skill, kindCounts }) => ({ skill, count: countOf(kindCounts, ways) }))
            .filter(({ count }) => count > 0);
          return usable.length === 0 ? null : (
            <fieldset key={domain.id} className={styles['domain']}>
              <legend>{domain.name}</legend>
              <Stack gap="sm" pt="xs">
                {usable.map(({ skill, count }) => (
                  <Checkbox key={skill.id} value={skill.id} label={words.skill(skill.name, count)} />
                ))}
              </Stack>
            </fieldset>
          );
        })}
      </div>
    </Checkbox.Group>
  );
}

type KindsProps = {
  readonly ways: readonly ScoredBy[];
  readonly onChoose: (ways: readonly ScoredBy[]) => void;
  readonly error: string | undefined;
};

/** Kinds are chosen by how they are scored: immediately, or by running code. */
function Kinds({ ways, onChoose, error }: KindsProps) {
  const words = useMessages().quiz.make;
  return (
    <Checkbox.Group
      id={`${FORM}-kinds`}
      label={words.kinds}
      error={error}
      value={[...ways]}
      onChange={(chosen) => onChoose(WAYS.filter((way) => chosen.includes(way)))}
    >
      <Stack gap="sm" pt="xs">
        {WAYS.map((way) => (
          <Checkbox key={way} value={way} label={words.ways[way]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function NotEnough({ available, onTake }: { readonly available: number | null; readonly onTake: (n: number) => void }) {
  const words = useMessages().quiz.make;
  if (available === null) return null;
  return (
    <Stack role="alert" gap="sm" align="flex-start">
      <Text>{words.notEnough(available)}</Text>
      {available > 0 ? (
        <Button variant="default" onClick={() => onTake(available)}>
          {words.take(available)}
        </Button>
      ) : null}
    </Stack>
  );
}

/** Skills, number of questions, and an optional time limit. */
type FormProps = {
  readonly domains: Domains;
  /** The maximum number of questions that a quiz can have. */
  readonly most: number;
};

export function NewQuizForm({ domains, most }: FormProps) {
  const words = useMessages().quiz.make;
  const { start, isRunning, failure, errors, available } = useStart();
  const [skills, setSkills] = useState<readonly string[]>([]);
  const [ways, setWays] = useState<readonly ScoredBy[]>(['key']);
  const [count, setCount] = useState(String(Math.min(COUNT, Math.max(1, most))));
  const [minutes, setMinutes] = useState(MINUTES);
  const [hasClock, setHasClock] = useState(false);
  const startWith = (wanted: string) => void start({ skills, ways, count: wanted, minutes: hasClock ? minutes : null });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    startWith(count);
  };
  const take = (n: number) => {
    setCount(String(n));
    startWith(String(n));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" align="flex-start">
        <FormErrors errors={errors} />
        <Kinds ways={ways} onChoose={setWays} error={errorOf(errors, `${FORM}-kinds`)} />
        <Skills domains={domains} ways={ways} chosen={skills} onChoose={setSkills} />
        <TextInput
          id={`${FORM}-count`}
          label={words.count}
          description={words.countHint}
          inputMode="numeric"
          value={count}
          error={errorOf(errors, `${FORM}-count`)}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
        <Radio.Group
          label={words.clock}
          value={hasClock ? 'clock' : 'none'}
          onChange={(value) => setHasClock(value === 'clock')}
        >
          <Stack gap="sm" pt="xs">
            <Radio value="none" label={words.noClock} />
            <Radio value="clock" label={words.withClock} />
          </Stack>
        </Radio.Group>
        {hasClock ? (
          <TextInput
            id={`${FORM}-minutes`}
            label={words.minutes}
            description={words.minutesHint}
            inputMode="numeric"
            value={minutes}
            error={errorOf(errors, `${FORM}-minutes`)}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          />
        ) : null}
        <NotEnough available={available} onTake={take} />
        <ActError>{failure}</ActError>
        <Group className={styles['actions'] ?? ''} w="100%">
          <ActButton type="submit" isRunning={isRunning}>
            {words.start}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}
