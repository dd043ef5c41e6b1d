import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

const LONGEST = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Where an organization proves that a domain is its own, and the text that the record must have. */
export const recordName = (domain: string): string => `_holdout.${domain}`;
export const recordText = (token: string): string => `holdout-domain=${token}`;

/** A domain as it is stored and looked up: in ASCII, lower case. Null if it is none that a DNS record could prove. */
export function plainDomain(typed: string): string | null {
  const name = typed.trim().replace(/^@/, '').replace(/\.$/, '');
  const domain = /[/\\?#:@]/.test(name) ? '' : domainToASCII(name);
  const labels = domain.split('.');
  if (domain.length > LONGEST || labels.length < 2 || isIP(domain) !== 0) return null;
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : null;
}

/** The domain of an e-mail address; null if it has none. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at < 1 ? null : plainDomain(email.slice(at + 1));
}
