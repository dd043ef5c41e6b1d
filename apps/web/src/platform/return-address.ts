const OURS = /^\/(?![/\\])/;
const HERE = 'https://here.invalid';

/** The URL of the sign-in page that returns to `from`. */
export function signInAddress(from: string): string {
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
}

/** Where to go after sign-in. Accepts only a path of this site, because `from` is untrusted input (open redirect). */
export function returnAddress(search: URLSearchParams): string {
  const from = search.get('from') ?? '/';
  // The browser's own reading decides: it skips tabs and line breaks, and shortens `/./`.
  const url = URL.parse(from, HERE);
  const path = url?.origin === HERE ? url.pathname + url.search + url.hash : '/';
  return OURS.test(from) && OURS.test(path) ? path : '/';
}

/** The second step of a sign-in that was begun elsewhere; it returns to `from`. */
export const codeStepAddress = (from: string): string =>
  `/sign-in?${new URLSearchParams({ code: '', from }).toString()}`;
