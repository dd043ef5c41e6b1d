import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { InputLimits } from './input-limits';
import type { GraphQLRequest } from './operations';
import { MOST_TOKENS } from './query-limits';

/** The length of a body, except for operations that accept a longer text: saves and submissions. */
export const SMALL_BODY_BYTES = 64 * 1024;

/** More texts than the web app has operations; outside production any text may come. */
const MOST_DOCUMENTS = 500;

/** Thrown for a body that is longer than its operation may need. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

/** Checks the size of a request and of each value in it, before its sender is looked up. */
export class RequestLimits {
  private readonly inputs: InputLimits;
  private readonly documents = new Map<string, DocumentNode | null>();

  constructor(schemaOf: () => GraphQLSchema) {
    this.inputs = new InputLimits(schemaOf);
  }

  check({ query, variables = {} }: GraphQLRequest, bodyBytes: number): void {
    const document = this.documentOf(query);
    // Invalid text is reported by GraphQL itself.
    if (document === null) return;
    if (bodyBytes > SMALL_BODY_BYTES && this.inputs.mostChars(document) <= SMALL_BODY_BYTES) throw new BodyTooLong();
    this.inputs.check(document, variables);
  }

  private documentOf(query: string): DocumentNode | null {
    const known = this.documents.get(query);
    if (known !== undefined) return known;
    if (this.documents.size >= MOST_DOCUMENTS) this.documents.clear();
    const document = parseOrNull(query);
    this.documents.set(query, document);
    return document;
  }
}

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query, { maxLexicalTokens: MOST_TOKENS, noLocation: true });
  } catch {
    return null;
  }
}
