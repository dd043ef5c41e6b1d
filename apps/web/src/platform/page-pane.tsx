import { Pane, PaneError, SkeletonLines } from '@holdout/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { errorCodeOf, errorIdOf } from './error-code';
import { errorWords } from './error-words';
import { NotFound } from './not-found';
import { SignInFirst } from './sign-in-first';

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const messages = useMessages();
  const code = errorCodeOf(error);
  if (code === 'NOT_FOUND') return <NotFound />;
  if (code === 'UNAUTHENTICATED') return <SignInFirst />;
  if (code === 'INTERNAL') return <PaneError onRetry={retry} errorId={errorIdOf(error)} />;
  return <PaneError onRetry={retry} detail={errorWords(messages, error)} />;
}

type Props = { readonly children: ReactNode; readonly skeleton?: ReactNode };

/** A pane that shows the API's failures: not found, not signed in, unreachable, or internal with an id to quote. */
export function PagePane({ children, skeleton = <SkeletonLines count={5} /> }: Props) {
  const { pathname } = useLocation();
  return (
    <Pane resetKey={pathname} skeleton={skeleton} failure={(error, retry) => <Failure error={error} retry={retry} />}>
      {children}
    </Pane>
  );
}
