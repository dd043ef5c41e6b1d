import { parseArgs, type ParseArgsConfig } from 'node:util';

export type CheckCommand = {
  readonly kind: 'questionCheck';
  /** Ids, with or without their bank's; all when empty. */
  readonly ids: readonly string[];
  /** Leave out of the report what passed before and has not changed. */
  readonly isChangedOnly: boolean;
  /** Check anew what passed before too. */
  readonly isAnew: boolean;
  readonly isJson: boolean;
  /** The folder of a bank; the checkout's own when null. */
  readonly bank: string | null;
};

export type NewCommand = {
  readonly kind: 'questionNew';
  readonly questionKind: string;
  readonly slug: string;
  /** Kind `code` only; Python when null. */
  readonly language: string | null;
  /** The folder of a bank; the checkout's own when null. */
  readonly bank: string | null;
};

export type PreviewCommand = {
  readonly kind: 'questionPreview';
  /** An id, or the path of a folder. */
  readonly question: string;
  /** The folder of a bank; the checkout's own when null. */
  readonly bank: string | null;
  /** What `npx holdout` has started for it; null to look only whether there is such a question. */
  readonly product: PreviewProduct | null;
};

export type PreviewProduct = {
  readonly url: string;
  /** The only bank that it reads. */
  readonly bank: string;
  /** Of the page that it may be framed by. */
  readonly port: number;
};

export type Misused = { readonly kind: 'misused'; readonly message: string };

const CHECK_OPTIONS = {
  changed: { type: 'boolean', default: false },
  anew: { type: 'boolean', default: false },
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

/** What the words after `question` ask for. `parseArgs` throws sentences for people. */
export function parseQuestion([name, ...args]: readonly string[]):
  CheckCommand | NewCommand | PreviewCommand | Misused {
  if (name === 'check') return parseCheck(args);
  if (name === 'preview') return parsePreview(args);
  if (name === 'new') return parseNew(args);
  return {
    kind: 'misused',
    message: name === undefined ? 'A command is missing after "question".' : `There is no command "question ${name}".`,
  };
}

function parseCheck(args: readonly string[]): CheckCommand {
  const { values, positionals } = parseArgs({ args: [...args], options: CHECK_OPTIONS, allowPositionals: true });
  return {
    kind: 'questionCheck',
    ids: positionals,
    isChangedOnly: values.changed,
    isAnew: values.anew,
    isJson: values.json,
    bank: values.bank ?? null,
  };
}

function parseNew(args: readonly string[]): NewCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: NEW_OPTIONS, allowPositionals: true });
  const [questionKind, slug, extra] = positionals;
  if (!questionKind || !slug)
    return { kind: 'misused', message: 'A kind and a slug are needed: question new choice late-labels.' };
  if (extra !== undefined)
    return { kind: 'misused', message: `One question is made at a time, so "${extra}" is too much.` };
  return { kind: 'questionNew', questionKind, slug, language: values.language ?? null, bank: values.bank ?? null };
}

function parsePreview(args: readonly string[]): PreviewCommand | Misused {
  const { values, positionals } = parseArgs({ args: [...args], options: PREVIEW_OPTIONS, allowPositionals: true });
  const [question, extra] = positionals;
  if (!question) return { kind: 'misused', message: 'A question is needed: question preview choice.late-labels.' };
  if (extra !== undefined)
    return { kind: 'misused', message: `One question is shown at a time, so "${extra}" is too much.` };
  const { product: url, 'product-bank': bank, port } = values;
  const isStarted = url !== undefined && bank !== undefined && port !== undefined;
  return {
    kind: 'questionPreview',
    question,
    bank: values.bank ?? null,
    product: isStarted ? { url, bank, port: Number(port) } : null,
  };
}
