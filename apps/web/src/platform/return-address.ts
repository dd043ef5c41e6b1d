const OURS = /^\/(?![/\\])/;

/** The URL of the sign-in page that returns to `from`. */
export function signInAddress(from: string): string {
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
}

/** Where to go after sign-in. Accepts only a path of this site, because `from` is untrusted input (open redirect). */
export function returnAddress(search: URLSearchParams): string {
  const from = search.get('from') ?? '/';
  return OURS.test(from) ? from : '/';
}

/** The second step of a sign-in that was begun elsewhere; it returns to `from`. */
export const codeStepAddress = (from: string): string =>
  `/sign-in?${new URLSearchParams({ code: '', from }).toString()}`;
