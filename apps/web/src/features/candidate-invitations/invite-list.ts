import type { PersonOutcome, PersonToInviteInput } from '../../generated/operations';
import type { InputIssue } from '../../platform/input-issues';
import { allowanceOf, checkPerson, earlierOf } from './people/check-person';
import type { Person } from './people/person';

/** An invitation that was made from a row. */
export type Sent = { readonly id: string; readonly link: string | null };

/** What the server says of a person. */
export type Check = { readonly outcome: PersonOutcome; readonly issues: readonly InputIssue[] };

export type Row = {
  readonly key: number;
  readonly person: Person;
  /** Null until the server was asked about the person as they are written now. */
  readonly check: Check | null;
  readonly sent: Sent | null;
};

/** A list of people who are to be invited, from all that was typed, pasted and read. */
export type InviteList = {
  readonly rows: readonly Row[];
  readonly nextKey: number;
  /** Rows that had to be corrected: they stay on top while they are being corrected, and after it. */
  readonly onTop: ReadonlySet<number>;
};

export const EMPTY_LIST: InviteList = { rows: [], nextKey: 1, onTop: new Set() };

export type RowState = 'toFix' | 'checking' | 'repeated' | 'invited' | 'taken' | 'ready' | 'sent';

const withRows = (list: InviteList, rows: readonly Row[]): InviteList => {
  const wrong = rows.filter((row) => issuesOf(row).length > 0).map(({ key }) => key);
  const isKnown = wrong.every((key) => list.onTop.has(key));
  return { ...list, rows, onTop: isKnown ? list.onTop : new Set([...list.onTop, ...wrong]) };
};

export function addPeople(list: InviteList, people: readonly Person[]): InviteList {
  const added = people.map((person, index): Row => ({ key: list.nextKey + index, person, check: null, sent: null }));
  return withRows({ ...list, nextKey: list.nextKey + people.length }, [...list.rows, ...added]);
}

export function changePerson(list: InviteList, key: number, person: Person): InviteList {
  return withRows(
    list,
    list.rows.map((row) => (row.key === key ? { ...row, person, check: null } : row)),
  );
}

export function removePerson(list: InviteList, key: number): InviteList {
  return withRows(
    list,
    list.rows.filter((row) => row.key !== key),
  );
}

/** Puts a row among those on top, where its fields can be edited. */
export const editPerson = (list: InviteList, key: number): InviteList => ({
  ...list,
  onTop: new Set([...list.onTop, key]),
});

/** Rows whose fields are in order and that the server has not been asked about. */
export const uncheckedRows = ({ rows }: InviteList): readonly Row[] =>
  rows.filter(({ check, person }) => check === null && ownIssuesOf(person).length === 0);

/** Takes the server's answer about these rows; a person who was edited since is asked about again. */
export function withChecks(list: InviteList, asked: readonly Row[], checks: readonly Check[]): InviteList {
  const answers = new Map(asked.map(({ person }, index) => [person, checks[index] ?? null]));
  return withRows(
    list,
    list.rows.map((row) => ({ ...row, check: answers.get(row.person) ?? row.check })),
  );
}

/** Takes what became of these rows: the invitations are those of the people who could be invited, in their order. */
export function withSent(
  list: InviteList,
  asked: readonly Row[],
  answer: { readonly people: readonly Check[]; readonly invitations: readonly Sent[] },
): InviteList {
  const invitations = [...answer.invitations];
  const outcomes = new Map(
    asked.map(({ key }, index) => {
      const check = answer.people[index] ?? null;
      return [key, { check, sent: check?.outcome === 'READY' ? (invitations.shift() ?? null) : null }];
    }),
  );
  return withRows(
    list,
    list.rows.map((row) => ({ ...row, ...outcomes.get(row.key) })),
  );
}

/** The list as it was before it was sent. */
export function withoutSent(list: InviteList): InviteList {
  return withRows(
    list,
    list.rows.map((row) => (row.sent === null ? row : { ...row, sent: null })),
  );
}

/** A person never changes, and the rows are looked at after each change of the list. */
const OWN_ISSUES = new WeakMap<Person, readonly InputIssue[]>();

function ownIssuesOf(person: Person): readonly InputIssue[] {
  const known = OWN_ISSUES.get(person) ?? checkPerson(person);
  OWN_ISSUES.set(person, known);
  return known;
}

/** What must be corrected: by what is known here, or by the server. */
export function issuesOf({ person, check }: Row): readonly InputIssue[] {
  const own = ownIssuesOf(person);
  return own.length > 0 ? own : (check?.issues ?? []);
}

export type Shown = {
  readonly row: Row;
  readonly state: RowState;
  /** The row that it repeats. */ readonly first: Row | null;
};

/** Every row with its state; those to correct first. */
export function shownRows({ rows, onTop }: InviteList, mayRetake: boolean): readonly Shown[] {
  const earlier = earlierOf(rows.map(({ person }) => person));
  const shown = rows.map((row, index): Shown => {
    const first = rows[earlier[index] ?? -1] ?? null;
    return { row, first, state: stateOf(row, first !== null, mayRetake) };
  });
  return [...shown.filter(({ row }) => onTop.has(row.key)), ...shown.filter(({ row }) => !onTop.has(row.key))];
}

function stateOf(row: Row, isRepeated: boolean, mayRetake: boolean): RowState {
  if (row.sent !== null) return 'sent';
  if (issuesOf(row).length > 0) return 'toFix';
  if (isRepeated) return 'repeated';
  return row.check === null ? 'checking' : stateBy(row.check.outcome, mayRetake);
}

function stateBy(outcome: PersonOutcome, mayRetake: boolean): RowState {
  switch (outcome) {
    case 'READY':
      return 'ready';
    case 'TAKEN':
      return mayRetake ? 'ready' : 'taken';
    case 'INVITED':
      return 'invited';
    case 'REPEATED':
      return 'repeated';
    case 'INVALID':
      return 'toFix';
  }
}

export function inputOf({ person }: Row): PersonToInviteInput {
  return { email: person.email, name: person.name, allowance: allowanceOf(person) };
}
