import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../app-options';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what is stored or sent to a browser and read again by us. Each purpose has a key of its own, derived from the
 * installation's secret: a purpose that names a row makes its value worthless in any other row.
 */
@Injectable()
export class Sealing {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  seal(purpose: string, text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Null if the value was altered, or sealed for another purpose or with another secret. */
  open(purpose: string, sealed: Buffer): string | null {
    const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
    if (tag.length < TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), nonce).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return text.toString('utf8');
    } catch {
      return null;
    }
  }

  /** A keyed hash, for values that are too short to be stored under a plain one. */
  digest(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.keyFor(`digest ${purpose}`))
      .update(text)
      .digest();
  }

  private keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.settings.secret ?? '', '', `seal ${purpose}`, KEY_BYTES));
  }
}
