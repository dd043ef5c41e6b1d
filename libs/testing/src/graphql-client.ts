type Answer<T> = { readonly data?: T | null; readonly errors?: readonly GraphQLFailure[] };

export type GraphQLFailure = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [field: string]: unknown };
};

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A GraphQL client for a real server that stores cookies as a browser does. */
export class GraphQLClient {
  private readonly cookies = new Map<string, string>();
  /** The Set-Cookie headers of the latest response. */
  lastSetCookies: readonly string[] = [];

  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The data of an operation that must succeed; throws the server's error codes otherwise. */
  async ask<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors || !data) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The error codes of an operation that must be refused. */
  async refusal(query: string, variables: object = {}): Promise<readonly string[]> {
    const { errors } = await this.send(query, variables);
    return (errors ?? []).map(({ extensions }) => extensions.code);
  }

  async send<T>(query: string, variables: object = {}): Promise<Answer<T>> {
    const { text } = await this.post(JSON.stringify({ query, variables }));
    return JSON.parse(text) as Answer<T>;
  }

  async post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.cookieHeader(), ...this.headers, ...headers },
      body,
    });
    this.remember(response.headers.getSetCookie());
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  cookieHeader(): Record<string, string> {
    if (this.cookies.size === 0) return {};
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private remember(lines: readonly string[]): void {
    this.lastSetCookies = lines;
    for (const line of lines) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (at === pair.length - 1) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
