import { GraphQLClient, GraphQLSocket } from '@holdout/testing';
import {
  astFromValue,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isLeafType,
  print,
} from 'graphql';
import type { OwnNeed, Row } from './rules';
import { type Actor, ACTORS, ORGANIZATIONS, type TestPeople } from './test-actors';
import { EXAMPLES } from './test-examples';
import { NOWHERE, type Objects } from './test-objects';

type Expected = 'allowed' | 'NOT_FOUND' | 'UNAUTHENTICATED' | 'BAD_INPUT';
type Headers = Readonly<Record<string, string>>;
type Answer = { readonly outcome: string; readonly body: string };
type Door = 'HTTP' | 'websocket';

/** A subject with objects that only they may access. */
export type Holder = {
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly headers: Headers;
  readonly objects: Objects;
};

/** For a candidate, and in a quiz, the attempt ends as a whole: these act on one item of practice. */
const PRACTICE_ALONE = ['checkAnswer', 'markMyself', 'revealExplanation'];

type Call = { readonly root: string; readonly field: string; readonly row: Row; readonly door: Door };

const ADMITTED = {
  anyone: ['visitor', 'guest', 'account', 'candidate'],
  subject: ['guest', 'account'],
  account: ['account'],
  holder: ['guest', 'account', 'candidate'],
  candidate: ['candidate'],
} as const satisfies Record<OwnNeed, readonly Actor['kind'][]>;

/** The response that a row requires for actors without objects. Independent of `rules.ts`, which it checks. */
function expectedFor(row: Row, actor: Actor): Expected {
  if (typeof row === 'object') return isMeant(row, actor) ? 'allowed' : 'NOT_FOUND';
  const admitted: readonly string[] = ADMITTED[row];
  if (!admitted.includes(actor.kind)) return 'UNAUTHENTICATED';
  return row === 'holder' ? 'NOT_FOUND' : 'allowed';
}

function isMeant({ needs }: Extract<Row, object>, { member }: Actor): boolean {
  if (member?.organization !== ORGANIZATIONS[0]) return false;
  return needs === 'member' || needs.includes(member.role);
}

/** Requests a root field as every actor over HTTP and websocket, and returns the differences from its row. */
export class AccessMatrix {
  /** Number of responses compared. */
  count = 0;

  constructor(
    private readonly url: string,
    private readonly schema: GraphQLSchema,
    private readonly people: TestPeople,
    private readonly holders: readonly Holder[],
    /** Objects that everyone may name. */
    private readonly shared: Objects,
  ) {}

  async disagreements(root: string, field: string, row: Row<never>): Promise<readonly string[]> {
    const open = root === 'Subscription' ? 'websocket' : 'HTTP';
    const closed = root === 'Subscription' ? 'HTTP' : 'websocket';
    const call = { root, field, row: row as Row };
    const holders = row === 'holder' ? this.holders : [];
    const found = await Promise.all([
      ...ACTORS.map((actor) => this.checkClosed({ ...call, door: closed }, actor)),
      ...ACTORS.map((actor) => this.checkActor({ ...call, door: open }, actor)),
      ...holders.map((holder) => this.checkHolder({ ...call, door: open }, holder)),
    ]);
    return found.flat();
  }

  /** The other transport refuses the field: HTTP a subscription, the websocket a query or mutation. */
  private async checkClosed(call: Call, actor: Actor): Promise<string[]> {
    return this.compare(
      call,
      actor.name,
      await this.ask(call, await this.people.headers(actor), this.shared),
      'BAD_INPUT',
    );
  }

  /** A refused actor must get the same response for existing and missing objects. */
  private async checkActor(call: Call, actor: Actor): Promise<string[]> {
    const headers = await this.people.headers(actor);
    const expected = expectedFor(call.row, actor);
    const objects = call.row === 'holder' ? this.holders.map((holder) => holder.objects) : [this.shared];
    const found: string[] = [];
    for (const named of objects) {
      const answer = await this.ask(call, headers, named);
      found.push(...this.compare(call, actor.name, answer, expected));
      if (expected === 'allowed') continue;
      const nowhere = await this.ask(call, headers, NOWHERE);
      if (answer.body !== nowhere.body) found.push(`${this.name(call)}: ${actor.name} can tell that the object exists`);
    }
    return found;
  }

  private async checkHolder(call: Call, holder: Holder): Promise<string[]> {
    const isOfPractice = PRACTICE_ALONE.includes(call.field) && holder.kind === 'candidate';
    const answer = await this.ask(call, holder.headers, holder.objects);
    return this.compare(call, holder.name, answer, isOfPractice ? 'NOT_FOUND' : 'allowed');
  }

  private compare(call: Call, who: string, { outcome }: Answer, expected: Expected): string[] {
    this.count += 1;
    return outcome === expected ? [] : [`${this.name(call)}: ${who} gets ${outcome}, not ${expected}`];
  }

  private name({ root, field, door }: Call): string {
    return `${root}.${field} over ${door}`;
  }

  private async ask(call: Call, headers: Headers, objects: Objects): Promise<Answer> {
    const definition = this.schema.getType(call.root);
    if (!definition || !('getFields' in definition)) throw new Error(`There is no root ${call.root}.`);
    const field = definition.getFields()[call.field] as GraphQLField<unknown, unknown> | undefined;
    if (field === undefined) throw new Error(`There is no field ${call.field}.`);
    const examples = EXAMPLES[call.root as keyof typeof EXAMPLES] as Record<string, (objects: Objects) => object>;
    const variables = examples[call.field]?.(objects) ?? {};
    const text = operationOf(call.root, field);
    return call.door === 'HTTP' ? this.overHttp(text, variables, headers) : this.overSocket(text, variables, headers);
  }

  private async overHttp(text: string, variables: object, headers: Headers): Promise<Answer> {
    return answerOf([await new GraphQLClient(this.url, headers).send(text, variables)]);
  }

  private async overSocket(text: string, variables: object, headers: Headers): Promise<Answer> {
    const socket = new GraphQLSocket(this.url, headers);
    // Some subscriptions last as long as their object.
    const received = await socket.collect(text, { variables: { ...variables }, atMost: 1 });
    socket.close();
    return answerOf(received);
  }
}

function printDefault({ defaultValue, type }: GraphQLArgument): string {
  const node = astFromValue(defaultValue, type);
  return node ? print(node) : 'null';
}

/** An operation that requests one root field, and nothing below it. */
export function operationOf(root: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
  // An argument with a default may be left out, as in the operations of clients.
  const typeOf = (arg: GraphQLArgument): string =>
    arg.defaultValue === undefined ? String(arg.type) : `${String(arg.type)} = ${printDefault(arg)}`;
  const declared = args.map((arg) => `$${arg.name}: ${typeOf(arg)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  const list = (text: string): string => (text === '' ? '' : `(${text})`);
  return `${root.toLowerCase()} ${list(declared)} { ${name}${list(passed)} ${selection} }`;
}

type Message = { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };

function answerOf(messages: readonly Message[]): Answer {
  const codes = messages.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  return { outcome: [...new Set(codes)].join(' and ') || 'allowed', body: JSON.stringify(messages) };
}
