import { type LoadedQuestion } from '@holdout/bank';
import type { Finding } from '../finding';
import type { Rule } from '../subject';

const RULE = 'copies';
/** Shorter options can occur in a statement by chance. */
const TELLING = 20;

type Named = { readonly path: string; readonly text: string };

/** Files that must differ are not copies of each other, and no statement contains its own answer. */
export const copies: Rule = {
  id: RULE,
  says: 'Second solutions, mutants, samples and options differ from each other, and no correct option is in the statement.',
  check({ question }) {
    const found = [
      ...copiedSolutions(question),
      ...copiedMutants(question),
      ...copiedSamples(question),
      ...copiedOptions(question),
      ...importingOracle(question),
    ];
    return Promise.resolve({ findings: found.map((finding): Finding => ({ rule: RULE, ...finding })) });
  },
};

type Found = Omit<Finding, 'rule'>;

function copiedSolutions({ bundle, alternatives }: LoadedQuestion): readonly Found[] {
  if (bundle.kind !== 'code' && bundle.kind !== 'model') return [];
  const references = Object.values(bundle.secret.solutions);
  return alternatives.flatMap(({ source }) => {
    const twin = references.find((reference) => essenceOf(reference) === essenceOf(source));
    if (twin === undefined) return [];
    const message = `it is a copy of ${twin.path}, so it proves nothing; use another method`;
    return [{ file: source.path, message }];
  });
}

function copiedMutants({ mutants }: LoadedQuestion): readonly Found[] {
  return repeated(mutants.map(({ source }) => source)).map(([copy, first]) => ({
    file: copy.path,
    message: `it is a copy of ${first.path}; plant another mistake`,
  }));
}

function copiedSamples({ bundle }: LoadedQuestion): readonly Found[] {
  if (bundle.kind !== 'scenario' && bundle.kind !== 'design') return [];
  const samples = Object.entries(bundle.secret.samples).map(([path, { text }]) => ({ path, text }));
  return repeated(samples).map(([copy, first]) => ({
    message: `the ${copy.path} sample is a copy of the ${first.path} sample; write one that earns its levels`,
  }));
}

function copiedOptions({ bundle }: LoadedQuestion): readonly Found[] {
  if (bundle.kind !== 'choice') return [];
  const options = bundle.candidate.options.map(({ id, text }) => ({ path: id, text }));
  const twins = repeated(options).map(([copy, first]) => ({
    file: 'question.yaml',
    message: `the options ${first.path} and ${copy.path} say the same; change one of them`,
  }));
  const keys = new Set(bundle.secret.options.filter(({ key }) => key).map(({ id }) => id));
  const statement = plain(bundle.candidate.statement);
  const given = options
    .filter(({ path, text }) => keys.has(path) && text.length > TELLING && statement.includes(plain(text)))
    .map(({ path }) => ({
      file: 'question.md',
      message: `the statement contains the correct option ${path} word for word; remove it`,
    }));
  return [...twins, ...given];
}

/** The family is importable when the oracle runs and would return the value that the oracle must compute independently. */
function importingOracle({ oracle }: LoadedQuestion): readonly Found[] {
  if (oracle === null || !/\bimport\b|\brequire\b/.test(withoutComments(oracle))) return [];
  return [
    { file: oracle.path, message: 'an oracle may not import anything; compute the value from the shown parameters' },
  ];
}

function repeated(items: readonly Named[]): readonly (readonly [copy: Named, first: Named])[] {
  return items.flatMap((item, index) => {
    const first = items.slice(0, index).find((other) => essenceOf(other) === essenceOf(item));
    return first === undefined ? [] : [[item, first] as const];
  });
}

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const HASH = /"""[\s\S]*?"""|(^|\s)#.*$/gm;
const SLASHES = /\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm;
/** Comment syntax by file extension. */
const COMMENTS: Readonly<Record<string, RegExp>> = {
  py: HASH,
  R: HASH,
  js: SLASHES,
  mjs: SLASHES,
  ts: SLASHES,
  mts: SLASHES,
  sql: /\/\*[\s\S]*?\*\/|(^|\s)--.*$/gm,
};

function withoutComments({ path, text }: Named): string {
  const comments = COMMENTS[path.split('.').at(-1) ?? ''];
  return comments === undefined ? text : text.replaceAll(comments, '$1');
}

/** A file without comments and whitespace. */
const essenceOf = (file: Named): string => withoutComments(file).replaceAll(/\s+/g, '');
