import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const OPENID_CLIENT = { clientId: 'holdout', clientSecret: 'a secret of the provider for its client' } as const;

type Claims = Readonly<Record<string, unknown>>;
type Token = { readonly id_token: string };

/** A real OpenID Connect provider at a loopback port. It signs in `person` without asking, and can be made to misbehave. */
export class TestProvider {
  readonly people = new Map<string, Claims>();
  /** The subject that signs in next. */
  person = '';
  /** Changes the claims of ID tokens, which are then signed again with the provider's own key. */
  alter: (claims: Claims) => Claims = (claims) => claims;
  /** Whether requests are answered as by an overloaded server. */
  isFailing = false;
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(redirectUri: string): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const started = new TestProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await started.serve(redirectUri);
    return started;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Follows the redirects of the provider as a browser does, and gives the query of the address that it ends at. */
  async answerTo(address: string): Promise<string> {
    const jar = new Map<string, string>();
    let next = address;
    for (let hop = 0; hop < 10; hop += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const { headers } = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      next = new URL(headers.get('location') ?? '', next).href;
      if (!next.startsWith(this.issuer)) return new URL(next).search;
    }
    throw new Error(`The provider does not come to an end: ${next}`);
  }

  private async serve(redirectUri: string): Promise<void> {
    // Most test files that import this library need no provider.
    const { default: Provider } = await import('oidc-provider');
    const key = { ...this.key.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' };
    const provider = new Provider(this.issuer, {
      clients: [
        { client_id: OPENID_CLIENT.clientId, client_secret: OPENID_CLIENT.clientSecret, redirect_uris: [redirectUri] },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['a key of tests'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub, ...this.people.get(sub) }) }),
      loadExistingGrant: async (ctx) => {
        const { session, client } = ctx.oidc;
        const grant = new ctx.oidc.provider.Grant({
          ...(client ? { clientId: client.clientId } : {}),
          ...(session?.accountId ? { accountId: session.accountId } : {}),
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    const handle = provider.callback();
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const path = request.url ?? '';
      if (this.isFailing) return void response.writeHead(503).end();
      if (path.startsWith('/interaction/')) {
        const login = { login: { accountId: this.person } };
        void provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
        return;
      }
      if (path.startsWith('/token')) {
        this.alterAnswer(response);
      }
      void handle(request, response);
    });
  }

  private alterAnswer(response: ServerResponse): void {
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    response.end = ((text: string | Buffer) => {
      const answer = JSON.parse(text.toString()) as Token;
      const altered = answer.id_token ? { ...answer, id_token: this.signed(answer.id_token) } : answer;
      const sent = JSON.stringify(altered);
      response.setHeader('content-length', Buffer.byteLength(sent));
      return end(sent);
    }) as typeof response.end;
  }

  private signed(token: string): string {
    const [head = '', body = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    const payload = Buffer.from(JSON.stringify(this.alter(claims))).toString('base64url');
    return `${head}.${payload}.${sign('RSA-SHA256', Buffer.from(`${head}.${payload}`), this.key).toString('base64url')}`;
  }
}
