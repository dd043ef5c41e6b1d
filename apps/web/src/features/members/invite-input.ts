import type { InputIssue } from '../../platform/input-issues';

/** The addresses in a text: one a line, or separated by commas, semicolons or spaces; `Name <address>` gives the address. */
export function splitAddresses(text: string): string[] {
  const plain = text.replace(/(^|[\n,;])[^\n,;<>]*<([^<>\n]*)>/g, '$1$2');
  return plain.split(/[\s,;]+/).filter((part) => part !== '');
}

/** The wrong addresses among the issues, which the API names behind their field, and the other issues. */
export function sortIssues(issues: readonly InputIssue[]) {
  const isAddress = ({ field }: InputIssue): boolean => field.startsWith('emails:');
  return {
    wrong: issues.filter(isAddress).map(({ field }) => field.slice('emails:'.length)),
    others: issues.filter((issue) => !isAddress(issue)),
  };
}
