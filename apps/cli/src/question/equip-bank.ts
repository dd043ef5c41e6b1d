import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { NotGraded } from '../not-graded';

/** The skill of the templates, in a bank that has it. */
export const TEMPLATE_SKILL = 'eval.validate';

const TAXONOMY = 'taxonomy.yaml';
const MISCONCEPTIONS = 'misconceptions.yaml';

/** The files that a bank gets if it does not have them. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  [TAXONOMY]: `# The skills of the questions. A skill id never changes: a renamed skill keeps its old id under \`aliases\`.
version: 1
domains:
  - id: eval
    name: Evaluation and validation
    skills:
      - id: ${TEMPLATE_SKILL}
        name: Validation that fits the use
        kinds: [choice, numeric]
        topics: [splits by time]
`,
  [MISCONCEPTIONS]: '# Id: what the person believes. Wrong options, wrong numbers and mutants refer to these ids.\n',
};

export type Equipped = {
  /** The skill of a new question until its author names another. */
  readonly skill: string;
  readonly added: readonly string[];
};

/** Adds to a bank what a new question with these texts refers to, so that it loads; returns what was added. */
export function equip(top: string, texts: readonly string[], workspace: string): Equipped {
  const begun = Object.keys(BEGINNINGS).filter((name) => !existsSync(join(top, name)));
  for (const name of begun) writeFileSync(join(top, name), BEGINNINGS[name] ?? '');
  const { skills, misconceptions } = sharedOf(top);
  const named = texts.flatMap((text) => [...text.matchAll(/misconception: '?([a-z0-9-]+)/g)].map(([, id = '']) => id));
  const lacking = [...new Set(named)].filter((id) => misconceptions[id] === undefined).sort();
  if (lacking.length > 0) append(join(top, MISCONCEPTIONS), lacking, sharedOf(join(workspace, 'bank')).misconceptions);
  const known = skills.find(({ id }) => id === TEMPLATE_SKILL) ?? skills[0];
  return {
    skill: known?.id ?? TEMPLATE_SKILL,
    added: [...begun, ...lacking.map((id) => `misconception ${id}`)],
  };
}

type Shared = Pick<ReturnType<typeof readBank>, 'skills' | 'misconceptions'>;

/** Refuses a bank whose files cannot be read, before anything is written to it. */
function sharedOf(top: string): Shared {
  const names = ['bank.yaml', TAXONOMY, MISCONCEPTIONS];
  const texts = new Map(names.map((name) => [name, readFileSync(join(top, name), 'utf8')]));
  const empty = isEmpty(texts.get(MISCONCEPTIONS) ?? '');
  if (empty) texts.set(MISCONCEPTIONS, '{}');
  const { skills, misconceptions, issues } = readBank(texts, { sha256 });
  if (issues.length === 0) return { skills, misconceptions };
  const lines = issues.map(({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  throw new NotGraded(`The bank ${top} has issues; fix them first:\n${lines.join('\n')}`);
}

const isEmpty = (yaml: string): boolean => yaml.split('\n').every((line) => /^\s*(#.*)?$/.test(line));

function append(path: string, ids: readonly string[], sentences: Readonly<Record<string, string>>): void {
  const text = readFileSync(path, 'utf8');
  const lines = ids.map((id) => `${id}: ${JSON.stringify(sentences[id] ?? 'What the person believes.')}`);
  const longer = [...(text.trim() === '' ? [] : [text.trimEnd()]), ...lines, ''].join('\n');
  if (!isReadable(longer))
    throw new NotGraded(`${path} does not have one line for each id. Add these lines to it:\n${lines.join('\n')}`);
  writeFileSync(path, longer);
}

const isReadable = (text: string): boolean =>
  readBank(new Map([[MISCONCEPTIONS, text]]), { sha256 }).issues.every(({ file }) => file !== MISCONCEPTIONS);
