import type { FieldError } from '@holdout/ui';
import type { InputIssueCode } from '../generated/operations';
import type { Messages } from '../messages/en';

export type InputIssue = { readonly field: string; readonly code: InputIssueCode; readonly limit: number | null };

/** The error text of a field, from the code and limit that the API reports. */
export function issueWords(messages: Messages, { field, code, limit }: InputIssue): string {
  const words = messages.issues;
  const bound = limit ?? 0;
  const malformed: Readonly<Record<string, string>> = {
    email: words.email,
    contactEmail: words.email,
    displayName: words.name,
    name: words.name,
    slug: words.slug,
  };
  const byCode: Readonly<Record<InputIssueCode, string>> = {
    MISSING: field === 'roles' ? words.missingRoles : words.missing,
    TOO_SHORT: words.tooShort(bound),
    TOO_LONG: words.tooLong(bound),
    TOO_SMALL: words.tooSmall(bound),
    TOO_LARGE: words.tooLarge(bound),
    TOO_COMMON: words.tooCommon,
    LOOKS_LIKE_ANOTHER: words.looksLikeAnother,
    TOO_DEEP: words.tooDeep,
    RESERVED: words.reserved,
    MALFORMED: malformed[field] ?? words.malformed,
    UNKNOWN: words.unknown,
  };
  return byCode[code];
}

/** Issues of a form as field errors; a field's id is the prefix plus the input name. */
export function fieldErrors(messages: Messages, prefix: string, issues: readonly InputIssue[]): readonly FieldError[] {
  return issues.map((issue) => ({
    fieldId: `${prefix}-${issue.field}`,
    label: messages.fields[issue.field] ?? issue.field,
    words: issueWords(messages, issue),
  }));
}

/** The error text of one field, for the `error` prop of its control. */
export function errorOf(errors: readonly FieldError[], fieldId: string): string | undefined {
  return errors.find((error) => error.fieldId === fieldId)?.words;
}
