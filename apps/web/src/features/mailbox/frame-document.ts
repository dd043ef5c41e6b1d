/** Nothing is fetched and no script runs; links open a tab of their own, which does not learn where it was opened from. */
const HEAD = [
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  '<meta name="referrer" content="no-referrer">',
  '<base target="_blank">',
].join('');

/** The sandbox of the frame: no scripts, no forms, no access to the site; what a link opens is a page like any other. */
export const FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

/** The document of a message for `srcdoc`. The policy comes before everything that the message holds. */
export function frameDocument(html: string): string {
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (head === null) return HEAD + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + HEAD + html.slice(end);
}
