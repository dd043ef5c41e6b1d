import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { LOG, SETTINGS } from '../../platform/app-options';
import { OutsideError, outsideErrorIn, outsideFetch } from './outside-fetch';

const SCOPE = 'openid email profile';
const CALLBACK = '/sign-in/callback';

/** What the client needs to know of a provider, with its secret in clear. */
export type ProviderAccess = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/** What one sign-in expects of the provider's answer. */
export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** A person as the provider describes them. `email` is null unless the provider says that it is verified. */
export type ProviderPerson = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
};

/** Why a provider cannot be used, by its own fault or that of the settings. */
export type ProviderFault =
  'PRIVATE_ADDRESS' | 'UNREACHABLE' | 'NOT_OPENID' | 'CLIENT_REFUSED' | 'DENIED' | 'CODE_REFUSED' | 'ANSWER_REFUSED';

/** A failure of a step with the provider. `cause` is for the log. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly fault: ProviderFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** OpenID Connect: authorization code with PKCE, state and nonce; the ID token's signature is verified. */
@Injectable()
export class ProviderClient {
  private readonly isOpen: boolean;
  private readonly fetch: oidc.CustomFetch;

  /** Where a provider sends the browser back to. */
  readonly redirectUri: string;

  constructor(
    @Inject(SETTINGS) { nodeEnv, localMode, publicUrl }: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.isOpen = nodeEnv === 'test' || localMode;
    this.fetch = outsideFetch({ allowsPrivate: this.isOpen });
    this.redirectUri = publicUrl + CALLBACK;
  }

  /** The issuer as the provider itself writes it. Throws ProviderError if there is no provider at the address. */
  async issuerAt(address: string): Promise<string> {
    return (await this.metadataOf(address)).issuer;
  }

  newExpected(): Expected {
    return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  }

  /** Where the browser goes to sign in. */
  async addressFor(access: ProviderAccess, { state, nonce, verifier }: Expected, email: string): Promise<string> {
    const config = await this.discover(access);
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      login_hint: email,
    });
    if (!this.isOpen && address.protocol !== 'https:') throw new ProviderError('NOT_OPENID');
    return address.href;
  }

  /** The person in the answer that the browser brought back. Throws ProviderError for an answer that is not as expected. */
  async personIn(access: ProviderAccess, expected: Expected, answer: URL): Promise<ProviderPerson> {
    const config = await this.discover(access);
    try {
      const tokens = await oidc.authorizationCodeGrant(config, answer, {
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        pkceCodeVerifier: expected.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new ProviderError('ANSWER_REFUSED');
      const asked = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
      const more = asked ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
      return personOf({ ...more, ...claims });
    } catch (error) {
      throw this.logged(faultOf(error));
    }
  }

  private async discover({ issuer, clientId, clientSecret }: ProviderAccess): Promise<oidc.Configuration> {
    const server = await this.metadataOf(issuer);
    const config = new oidc.Configuration(server, clientId, undefined, clientAuth(server, clientSecret));
    config[oidc.customFetch] = this.fetch;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be seen; tests and local mode only
    if (this.isOpen) oidc.allowInsecureRequests(config);
    oidc.enableNonRepudiationChecks(config);
    return config;
  }

  private async metadataOf(issuer: string): Promise<oidc.ServerMetadata> {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be seen; tests and local mode only
    const execute = this.isOpen ? [oidc.allowInsecureRequests] : [];
    const options = { [oidc.customFetch]: this.fetch, execute };
    try {
      // Any client may read the metadata; the real one is configured with it.
      const server = (await oidc.discovery(new URL(issuer), 'any', undefined, oidc.None(), options)).serverMetadata();
      // One address for many issuers, as of providers with tenants, would let any of them speak for this one.
      if (new URL(server.issuer).href !== new URL(issuer).href) throw new ProviderError('NOT_OPENID');
      return server;
    } catch (error) {
      if (error instanceof ProviderError) throw this.logged(error);
      throw this.logged(new ProviderError(outsideErrorIn(error)?.reason ?? 'NOT_OPENID', { cause: error }));
    }
  }

  /** An administrator finds the cause in the log; people get a sentence. */
  private logged(error: ProviderError): ProviderError {
    const { fault, cause } = error;
    this.log.warn({ fault, reason: cause instanceof Error ? cause.message : undefined }, 'a provider was refused');
    return error;
  }
}

/** OpenID Connect Discovery: a provider that lists no methods accepts `client_secret_basic`. */
function clientAuth({ token_endpoint_auth_methods_supported: methods }: oidc.ServerMetadata, secret: string) {
  const takesBasic = methods === undefined || methods.includes('client_secret_basic');
  return takesBasic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function personOf(
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
): ProviderPerson {
  const { email, email_verified: isVerified, name } = claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === 'string' && isVerified === true ? email : null,
    name: typeof name === 'string' ? name : null,
  };
}

function faultOf(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const outside = outsideErrorIn(error);
  if (outside instanceof OutsideError) return new ProviderError(outside.reason, { cause: error });
  if (error instanceof oidc.AuthorizationResponseError) {
    return new ProviderError(error.error === 'access_denied' ? 'DENIED' : 'ANSWER_REFUSED', { cause: error });
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return new ProviderError('CLIENT_REFUSED', { cause: error });
  if (error instanceof oidc.ResponseBodyError) return new ProviderError(tokenFault(error), { cause: error });
  if (isServerFailure(error)) return new ProviderError('UNREACHABLE', { cause: error });
  return new ProviderError('ANSWER_REFUSED', { cause: error });
}

function tokenFault({ error, status }: oidc.ResponseBodyError): ProviderFault {
  if (error === 'invalid_grant') return 'CODE_REFUSED';
  if (error === 'invalid_client' || error === 'unauthorized_client') return 'CLIENT_REFUSED';
  return status >= 500 ? 'UNREACHABLE' : 'ANSWER_REFUSED';
}

/** An answer that is none of the protocol, such as that of an overloaded server, is the cause of the library's error. */
function isServerFailure(error: unknown): boolean {
  return error instanceof oidc.ClientError && error.cause instanceof Response && error.cause.status >= 500;
}
