import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url');

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

type Made = { readonly challenge: string; readonly origin?: string; readonly rpId?: string; readonly flags?: number };

/** An authenticator in software, with one passkey: what a browser and a phone do together. */
export class TestAuthenticator {
  readonly id = randomBytes(16);
  /** Reported with the next answer, then counted up. Zero forever for one that does not count. */
  counter = 1;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(
    private readonly origin: string,
    private readonly rpId: string,
  ) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  /** The answer to `navigator.credentials.create`. */
  register({ challenge, flags = PRESENT | VERIFIED, ...site }: Made) {
    const authData = Buffer.concat([
      this.head(flags | WITH_KEY, site.rpId ?? this.rpId),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.coseKey(),
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      id: text(this.id),
      clientDataJSON: text(this.clientData('webauthn.create', challenge, site.origin)),
      attestationObject: text(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    };
  }

  /** The answer to `navigator.credentials.get`. */
  answer({ challenge, flags = PRESENT | VERIFIED, ...site }: Made) {
    const clientData = this.clientData('webauthn.get', challenge, site.origin);
    const authData = this.head(flags, site.rpId ?? this.rpId);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.privateKey);
    return {
      id: text(this.id),
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(signature),
    };
  }

  private head(flags: number, rpId: string): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    if (this.counter > 0) this.counter += 1;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, challenge: string, origin = this.origin): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** RFC 9053: an EC2 key on P-256 for ES256. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }
}
