/** One person of a list as it was typed or read, before the server has checked it. */
export type Person = {
  /** Where the person begins in the text or file, from 1; null for one that was typed alone. */
  readonly line: number | null;
  readonly name: string;
  readonly email: string;
  /** In percent of the time limit, as written. */
  readonly extraTime: string;
  /** Minutes of breaks, as written. */
  readonly breakMinutes: string;
};

export type PersonField = 'email' | 'name' | 'extraTime' | 'breakMinutes';

export const NOBODY: Person = { line: null, name: '', email: '', extraTime: '', breakMinutes: '' };
