import { Navigate, useLocation, useParams } from 'react-router';

type Kept = { readonly linkToken?: string } | null;

/**
 * Takes the token of a mailed link out of the address, so that it is in no referrer, bookmark or screenshot. It stays with
 * this entry of the history, which survives a reload. Nothing is sent to the server: opening a link does not use it up.
 */
export function KeepLinkToken({ to }: { readonly to: string }) {
  const { token = '' } = useParams();
  return <Navigate to={to} replace state={{ linkToken: token } satisfies Kept} />;
}

/** The token that `KeepLinkToken` took from the address; null without one. */
export function useLinkToken(): string | null {
  return (useLocation().state as Kept)?.linkToken ?? null;
}
