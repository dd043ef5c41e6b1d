const OURS = /^\/(?![/\\])/;

/** The sign-in page that comes back to `from`. */
export function signInAddress(from: string): string {
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
}

/** Where to go after signing in. Only a path of this site: a link may carry anything in `from`. */
export function returnAddress(search: URLSearchParams): string {
  const from = search.get('from') ?? '/';
  return OURS.test(from) ? from : '/';
}
