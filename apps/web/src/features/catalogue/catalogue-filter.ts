import type { PracticeState, QuestionFilter } from '../../generated/operations';
import { KINDS } from '../../platform/kinds';
import { LANGUAGES } from '../../platform/languages';

export const LEVELS = [1, 2, 3, 4, 5] as const;
const ALL_STATES: Readonly<Record<PracticeState, true>> = { NEW: true, TRIED: true, DONE: true };
export const STATES = Object.keys(ALL_STATES) as readonly PracticeState[];

/** The filter parts that are lists, by their URL parameter. */
export type ListName = 'skill' | 'kind' | 'language' | 'level' | 'state';
export const LIST_NAMES: readonly ListName[] = ['skill', 'kind', 'language', 'level', 'state'];

/** One removable filter value. */
export type Chip = { readonly name: ListName | 'q'; readonly value: string };

const known = <T>(all: readonly T[], values: readonly string[], written: (one: T) => string): T[] =>
  all.filter((one) => values.includes(written(one)));

const lower = (value: string) => value.toLowerCase();

/** The allowed values of each list, as written in the URL; only the server knows the skills. */
const WRITTEN: Readonly<Record<Exclude<ListName, 'skill'>, readonly string[]>> = {
  kind: KINDS.map(lower),
  language: LANGUAGES.map(lower),
  level: LEVELS.map(String),
  state: STATES.map(lower),
};

const narrows = (name: ListName, value: string) => name === 'skill' || WRITTEN[name].includes(value);

/** Parses a filter from the URL. Ignores unknown values, so that an old link still works. */
export function filterOf(search: URLSearchParams): QuestionFilter {
  const skills = search.getAll('skill');
  const kinds = known(KINDS, search.getAll('kind'), lower);
  const languages = known(LANGUAGES, search.getAll('language'), lower);
  const levels = known([...LEVELS], search.getAll('level'), String);
  const states = known(STATES, search.getAll('state'), lower);
  const text = (search.get('q') ?? '').trim();
  return {
    ...(skills.length > 0 ? { skills } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(languages.length > 0 ? { languages } : {}),
    ...(levels.length > 0 ? { levels } : {}),
    ...(states.length > 0 ? { states } : {}),
    ...(text ? { text } : {}),
  };
}

/** All filter values in the URL, search text first. */
export function chipsOf(search: URLSearchParams): readonly Chip[] {
  const text = (search.get('q') ?? '').trim();
  const lists = LIST_NAMES.flatMap((name) =>
    search
      .getAll(name)
      .filter((value) => narrows(name, value))
      .map((value) => ({ name, value })),
  );
  return text ? [{ name: 'q', value: text }, ...lists] : lists;
}

/** The URL parameters without one filter value. */
export function withoutChip(search: URLSearchParams, chip: Chip): URLSearchParams {
  const next = new URLSearchParams(search);
  if (chip.name === 'q') next.delete('q');
  else next.delete(chip.name, chip.value);
  return next;
}

/** The URL parameters with new values for one list. */
export function withList(search: URLSearchParams, name: ListName, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(name);
  for (const value of values) next.append(name, value);
  return next;
}

/** The URL parameters with a new search text. */
export function withText(search: URLSearchParams, text: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (text.trim()) next.set('q', text);
  else next.delete('q');
  return next;
}
