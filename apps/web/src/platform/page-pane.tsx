import { Pane, PaneError, SkeletonLines } from '@holdout/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { errorCodeOf, errorIdOf, isMissingCode } from './error-code';
import { errorWords } from './error-words';
import { NotFound } from './not-found';
import { PageBody } from './page-body';
import { SignInFirst } from './sign-in-first';

type FailureProps = { readonly error: unknown; readonly retry: () => void; readonly isPage: boolean };

/** A reload without network would lose the page. */
const reloadIfOnline = (retry: () => void) => () => (window.navigator.onLine ? window.location.reload() : retry());

function Failure({ error, retry, isPage }: FailureProps) {
  const messages = useMessages();
  const code = errorCodeOf(error);
  if (code === 'NOT_FOUND') return <NotFound />;
  if (code === 'UNAUTHENTICATED') return <SignInFirst />;
  const onRetry = isMissingCode(error) ? reloadIfOnline(retry) : retry;
  const more = code === 'INTERNAL' ? { errorId: errorIdOf(error) } : { detail: errorWords(messages, error) };
  const failed = <PaneError onRetry={onRetry} level={isPage ? 1 : 2} {...more} />;
  return isPage ? <PageBody>{failed}</PageBody> : failed;
}

type Props = {
  readonly children: ReactNode;
  readonly skeleton?: ReactNode;
  /** Its content is a whole page, with a heading of its own. */
  readonly isPage?: boolean;
};

/** A pane that shows the API's failures: not found, not signed in, unreachable, or internal with an id to quote. */
export function PagePane({ children, skeleton = <SkeletonLines count={5} />, isPage = false }: Props) {
  const { pathname } = useLocation();
  return (
    <Pane
      resetKey={pathname}
      skeleton={skeleton}
      failure={(error, retry) => <Failure error={error} retry={retry} isPage={isPage} />}
    >
      {children}
    </Pane>
  );
}
