const LONGEST = 300;

/**
 * The answer of a mail server as a person reads it: on one line, without invisible characters, and without addresses of
 * web pages, since a filter may quote the link of the message.
 */
export function replyForPeople(response: string): string {
  const line = response
    .replace(/\bhttps?:\/\/\S+/gi, '…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
