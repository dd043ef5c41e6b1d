import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StartPracticeMutation } from '../../generated/operations';
import { useVisitorActed } from '../../answering/use-visitor-acted';
import { START_PRACTICE } from './practice-query';

type Started = Extract<StartPracticeMutation['startPractice'], { __typename: 'StartPracticeSuccess' }>;

export type PractisedAttempt = Started['attempt'];
export type PractisedItem = PractisedAttempt['items'][number];

export type Practice =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'notReady'; readonly isOnItsWay: boolean }
  | { readonly kind: 'started'; readonly attempt: PractisedAttempt; readonly item: PractisedItem };

function practiceOf(result: StartPracticeMutation['startPractice'] | undefined): Practice {
  switch (result?.__typename) {
    case 'StartPracticeSuccess': {
      const item = result.attempt.items[0];
      return item
        ? { kind: 'started', attempt: result.attempt, item }
        : { kind: 'failed', error: new Error('The attempt has no item') };
    }
    case 'QuestionNotReadyProblem':
      return { kind: 'notReady', isOnItsWay: result.isOnItsWay };
    case undefined:
      return { kind: 'failed', error: new Error('The server answered nothing') };
  }
}

/** Opens the question for practice on page load, and again on demand. */
export function usePractice(slug: string) {
  const [mutate] = useMutation(START_PRACTICE);
  const [practice, setPractice] = useState<Practice>({ kind: 'starting' });
  const [isRestarting, setIsRestarting] = useState(false);
  const visitorActed = useVisitorActed();
  const started = useRef<string | null>(null);
  const start = useCallback(
    async (again: boolean) => {
      setIsRestarting(again);
      try {
        const { data } = await mutate({ variables: { input: { slug, again } } });
        setPractice(practiceOf(data?.startPractice));
        visitorActed();
        // The button disappears with the answered item and would drop the focus: move it to the heading, the first
        // thing to read.
        if (again) document.querySelector('h1')?.focus();
      } catch (error) {
        setPractice({ kind: 'failed', error });
      } finally {
        setIsRestarting(false);
      }
    },
    [visitorActed, mutate, slug],
  );
  // Opening is a mutation, done once per URL.
  useEffect(() => {
    if (started.current === slug) return;
    started.current = slug;
    void start(false);
  }, [slug, start]);
  return { practice, start, isRestarting };
}
