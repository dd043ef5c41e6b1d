import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { EMPTY_LIST, inputOf, type InviteList, uncheckedRows, withChecks } from './invite-list';
import { CHECK_CANDIDATES } from './invite-operations';

/** The API checks at most so many people in one request. */
const MOST_CHECKED = 500;

type Writing = { readonly read: () => InviteList; readonly write: (change: (now: InviteList) => InviteList) => void };

/** Asks the server about everyone whom it has not been asked about, part by part, once at a time. */
function useCheck(assessmentId: string, { read, write }: Writing) {
  const messages = useMessages();
  const client = useApolloClient();
  const [failure, setFailure] = useState<string | null>(null);
  const isChecking = useRef(false);
  const checkNext = async (): Promise<boolean> => {
    const asked = uncheckedRows(read()).slice(0, MOST_CHECKED);
    if (asked.length === 0) return false;
    const variables = { assessmentId, people: asked.map(inputOf) };
    const { data } = await client.query({ query: CHECK_CANDIDATES, variables, fetchPolicy: 'no-cache' });
    write((now) => withChecks(now, asked, data?.checkCandidates ?? []));
    return data !== undefined;
  };
  const check = async () => {
    if (isChecking.current) return;
    isChecking.current = true;
    setFailure(null);
    try {
      let hasMore = true;
      while (hasMore) hasMore = await checkNext();
    } catch (error) {
      setFailure(errorWords(messages, error));
    } finally {
      isChecking.current = false;
    }
  };
  return { check, failure };
}

/** The list that is to be invited. What changes in it is checked by the server. */
export function useInviteList(assessmentId: string) {
  const [list, setList] = useState<InviteList>(EMPTY_LIST);
  // What runs while the list changes reads the latest one.
  const latest = useRef(list);
  const read = () => latest.current;
  const write = (change: (now: InviteList) => InviteList) => {
    latest.current = change(latest.current);
    setList(latest.current);
  };
  const { check, failure } = useCheck(assessmentId, { read, write });
  return {
    list,
    failure,
    check,
    read,
    write,
    /** A change after which people are checked. */
    change: (how: (now: InviteList) => InviteList) => {
      write(how);
      void check();
    },
  };
}

export type InviteListState = ReturnType<typeof useInviteList>;
