import { isShowable, plainName } from '@holdout/bank';
import type { InputIssue } from '../../generated/resolvers';
import { checkEmail, plainEmail } from '../identity/sign-up-input';

const LONGEST_NAME = 80;
const SLUG = { shortest: 2, longest: 60, form: /^[a-z0-9]+(-[a-z0-9]+)*$/ } as const;

/** Words that would look like the product's own pages, or like its operator. */
const RESERVED = new Set([
  ...[
    'about',
    'account',
    'admin',
    'administrator',
    'api',
    'assets',
    'assessments',
    'coverage',
    'dev',
    'docs',
    'graphql',
  ],
  ...[
    'help',
    'holdout',
    'i',
    'join',
    'mail',
    'me',
    'new',
    'null',
    'o',
    'official',
    'operator',
    'organization',
    'practice',
  ],
  ...[
    'public',
    'questions',
    'quiz',
    'root',
    'security',
    'settings',
    'sign-in',
    'sign-up',
    'staff',
    'status',
    'support',
  ],
  ...['system', 'undefined', 'www'],
]);

/** How dates may be written. */
export const DATE_LOCALES = ['en-GB', 'en-US', 'en-CA', 'de-DE', 'fr-FR', 'sv-SE'] as const;

const issue = (field: string, code: InputIssue['code'], limit: number | null = null): InputIssue => ({
  field,
  code,
  limit,
});

export const isReserved = (slug: string): boolean => RESERVED.has(slug);

export function checkOrganizationName(name: string): InputIssue[] {
  if (name === '') return [issue('name', 'MISSING')];
  if (name.length > LONGEST_NAME) return [issue('name', 'TOO_LONG', LONGEST_NAME)];
  return isShowable(name) ? [] : [issue('name', 'MALFORMED')];
}

export function checkSlug(slug: string): InputIssue[] {
  if (slug === '') return [issue('slug', 'MISSING')];
  if (slug.length < SLUG.shortest) return [issue('slug', 'TOO_SHORT', SLUG.shortest)];
  if (slug.length > SLUG.longest) return [issue('slug', 'TOO_LONG', SLUG.longest)];
  return SLUG.form.test(slug) ? [] : [issue('slug', 'MALFORMED')];
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

type Settings = {
  readonly name: string;
  readonly slug: string;
  readonly contactEmail?: string | null | undefined;
  readonly timeZone: string;
  readonly dateLocale: string;
};

/** Normalizes settings for storage and lists their issues. */
export function parseOrganization(input: Settings) {
  const email = plainEmail(input.contactEmail ?? '');
  const settings = {
    name: plainName(input.name),
    slug: input.slug.trim(),
    contactEmail: email === '' ? null : email,
    timeZone: input.timeZone,
    dateLocale: input.dateLocale,
  };
  const issues = [
    ...checkOrganizationName(settings.name),
    ...checkSlug(settings.slug),
    ...(email === '' ? [] : checkEmail(email).map((one) => ({ ...one, field: 'contactEmail' }))),
    ...(isTimeZone(settings.timeZone) ? [] : [issue('timeZone', 'UNKNOWN')]),
    ...(DATE_LOCALES.some((one) => one === settings.dateLocale) ? [] : [issue('dateLocale', 'UNKNOWN')]),
  ];
  return { settings, issues };
}

/** The slug with the first number from 2 on, cut so that it stays within the limit. */
export const numberedSlug = (slug: string, number: number): string =>
  `${slug.slice(0, SLUG.longest - String(number).length - 1)}-${number}`;
