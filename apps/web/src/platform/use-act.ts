import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useMessages } from '../messages/messages';
import { errorWords } from './error-words';

type Act<TData, TVariables> = {
  /** Runs the mutation; null on failure, with `failure` set. */
  readonly act: (variables: TVariables) => Promise<TData | null>;
  readonly isRunning: boolean;
  readonly failure: string | null;
};

/** A mutation whose thrown errors become a text for display next to the button. Problems are returned as data. */
export function useAct<TData, TVariables extends OperationVariables>(
  mutation: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> {
  const messages = useMessages();
  const [mutate, { loading }] = useMutation(mutation as TypedDocumentNode<TData>);
  const [failure, setFailure] = useState<string | null>(null);
  const act = async (variables: TVariables): Promise<TData | null> => {
    setFailure(null);
    try {
      const { data } = await mutate({ variables });
      return data ?? null;
    } catch (error) {
      setFailure(errorWords(messages, error));
      return null;
    }
  };
  return { act, isRunning: loading, failure };
}
