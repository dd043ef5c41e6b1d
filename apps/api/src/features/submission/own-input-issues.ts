import type { InputIssue } from '../../generated/resolvers';

const MOST_CHARACTERS = 64 * 1024;

/** Validates the candidate's own input: a JSON list with one entry for each argument. */
export function ownInputIssues(text: string | null): InputIssue[] {
  if (text === null) return [];
  if (text.length > MOST_CHARACTERS) return [{ field: 'ownInput', code: 'TOO_LONG', limit: MOST_CHARACTERS }];
  return isList(text) ? [] : [{ field: 'ownInput', code: 'MALFORMED', limit: null }];
}

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
