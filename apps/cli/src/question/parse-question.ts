import { parseArgs, type ParseArgsConfig } from 'node:util';

export type CheckCommand = {
  readonly kind: 'questionCheck';
  /** Ids, with or without that of their bank; empty for all. */
  readonly ids: readonly string[];
  /** Do not list questions that passed before and have not changed. */
  readonly isChangedOnly: boolean;
  /** Also check questions that passed before and have not changed. */
  readonly isRecheck: boolean;
  readonly isJson: boolean;
  /** The folder of a bank; null for the checkout's bank. */
  readonly bank: string | null;
};

export type NewCommand = {
  readonly kind: 'questionNew';
  readonly questionKind: string;
  readonly slug: string;
  /** Kind `code` only; null for Python. */
  readonly language: string | null;
  /** The folder of a bank; null for the checkout's bank. */
  readonly bank: string | null;
};

export type PreviewCommand = {
  readonly kind: 'questionPreview';
  /** An id, or the path of a folder. */
  readonly question: string;
  /** The folder of a bank; null for the checkout's bank. */
  readonly bank: string | null;
  /** The product that `./holdout` has started for it; null to check only that the question exists. */
  readonly product: PreviewProduct | null;
};

/** Where questions are published. */
export type Target = {
  /** The address of the installation. */
  readonly to: string;
  /** The slug of the organization. */
  readonly organization: string;
};

export type WithdrawCommand = Target & {
  readonly kind: 'questionWithdraw';
  /** As `question publish` prints it: `<bank>:<kind>.<slug>`. */
  readonly slug: string;
};

export type PublishCommand = Target & {
  readonly kind: 'questionPublish';
  /** The path of a folder, or an id. */
  readonly question: string;
  /** Say only what would change. */
  readonly isTrial: boolean;
};

export type PreviewProduct = {
  readonly url: string;
  /** The directory of the only bank that it reads. */
  readonly bank: string;
  /** The port of the page that may frame it. */
  readonly port: number;
};

export type Misused = { readonly kind: 'misused'; readonly message: string };

const CHECK_OPTIONS = {
  changed: { type: 'boolean', default: false },
  recheck: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  bank: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const NEW_OPTIONS = {
  language: { type: 'string' },
  bank: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const PREVIEW_OPTIONS = {
  bank: { type: 'string' },
  product: { type: 'string' },
  'product-bank': { type: 'string' },
  port: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const TARGET_OPTIONS = {
  to: { type: 'string' },
  organization: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const PUBLISH_OPTIONS = {
  ...TARGET_OPTIONS,
  'dry-run': { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Parses the words after `question`. `parseArgs` throws messages that can be shown to users. */
export function parseQuestion([name, ...args]: readonly string[]):
  CheckCommand | NewCommand | PreviewCommand | PublishCommand | WithdrawCommand | Misused {
  if (name === 'check') return parseCheck(args);
  if (name === 'preview') return parsePreview(args);
  if (name === 'new') return parseNew(args);
  if (name === 'publish') return parsePublish(args);
  if (name === 'withdraw') return parseWithdraw(args);
  return {
    kind: 'misused',
    message: name === undefined ? 'Name a command after "question".' : `Unknown command "question ${name}".`,
  };
}

function parseCheck(args: readonly string[]): CheckCommand {
  const { values, positionals } = parseArgs({ args: [...args], options: CHECK_OPTIONS, allowPositionals: true });
  return {
    kind: 'questionCheck',
    ids: positionals,
    isChangedOnly: values.changed,
    isRecheck: values.recheck,
    isJson: values.json,
    bank: values.bank ?? null,
  };
}

function parseNew(args: readonly string[]): NewCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: NEW_OPTIONS, allowPositionals: true });
  const [questionKind, slug, extra] = positionals;
  if (!questionKind || !slug)
    return { kind: 'misused', message: 'Name a kind and a slug: question new choice late-labels.' };
  if (extra !== undefined)
    return { kind: 'misused', message: `Only one question can be created at a time; remove "${extra}".` };
  return { kind: 'questionNew', questionKind, slug, language: values.language ?? null, bank: values.bank ?? null };
}

function parsePreview(args: readonly string[]): PreviewCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: PREVIEW_OPTIONS, allowPositionals: true });
  const [question, extra] = positionals;
  if (!question) return { kind: 'misused', message: 'Name a question: question preview choice.late-labels.' };
  if (extra !== undefined)
    return { kind: 'misused', message: `Only one question can be shown at a time; remove "${extra}".` };
  const { product: url, 'product-bank': bank, port } = values;
  const isStarted = url !== undefined && bank !== undefined && port !== undefined;
  return {
    kind: 'questionPreview',
    question,
    bank: values.bank ?? null,
    product: isStarted ? { url, bank, port: Number(port) } : null,
  };
}

function parsePublish(args: readonly string[]): PublishCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: PUBLISH_OPTIONS, allowPositionals: true });
  const [question, extra] = positionals;
  if (!question)
    return { kind: 'misused', message: 'Name a folder: question publish ~/acme-bank/questions/choice.late-labels.' };
  if (extra !== undefined)
    return { kind: 'misused', message: `Only one question can be published at a time; remove "${extra}".` };
  const target = targetOf(values);
  return 'kind' in target ? target : { kind: 'questionPublish', question, ...target, isTrial: values['dry-run'] };
}

function parseWithdraw(args: readonly string[]): WithdrawCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: TARGET_OPTIONS, allowPositionals: true });
  const [slug, extra] = positionals;
  if (!slug?.includes(':'))
    return {
      kind: 'misused',
      message: 'Name a question as publishing does: question withdraw acme:choice.late-labels.',
    };
  if (extra !== undefined)
    return { kind: 'misused', message: `Only one question can be withdrawn at a time; remove "${extra}".` };
  const target = targetOf(values);
  return 'kind' in target ? target : { kind: 'questionWithdraw', slug, ...target };
}

function targetOf({
  to,
  organization,
}: {
  to?: string | undefined;
  organization?: string | undefined;
}): Target | Misused {
  if (!to || !URL.canParse(to) || !/^https?:/.test(to))
    return { kind: 'misused', message: 'Name the address of the installation: --to https://holdout.example.org.' };
  if (!organization) return { kind: 'misused', message: 'Name the organization by its slug: --organization acme.' };
  return { to, organization };
}
