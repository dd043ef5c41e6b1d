import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import { checkOptions, repeatedIn } from '../shared/check-options';
import type { LinePart, ReadingFile } from './reading-file';

type At = readonly PropertyKey[];
type Lines = { readonly lines: readonly number[]; readonly path: At };

/** The issues of a reading. */
export function checkReading(read: ReadFile<ReadingFile>): readonly BankIssue[] {
  const { yaml, folder } = read;
  const { parts, code } = yaml.value;
  const count = linesOf(folder.files.get(code) ?? '').length;
  const twice = repeatedIn(parts).map(({ id, index }) =>
    yaml.issueAt(['parts', index, 'id'], `the part id "${id}" is used twice; use distinct ids`),
  );
  const found = parts.flatMap((part, index) =>
    part.type === 'choice'
      ? checkOptions(part, ['parts', index], read)
      : checkLines(part, ['parts', index], count, read),
  );
  return [...twice, ...found];
}

/** The number of lines; a final line break does not begin another line. */
export function linesOf(code: string): readonly string[] {
  return code.replace(/\n+$/, '').split('\n');
}

function checkLines(
  part: LinePart,
  at: At,
  count: number,
  { yaml, context }: ReadFile<ReadingFile>,
): readonly BankIssue[] {
  const named: readonly Lines[] = [
    { lines: part.accept, path: [...at, 'accept'] },
    ...part.partial.map(({ lines }, index) => ({ lines, path: [...at, 'partial', index, 'lines'] })),
    ...part.wrong.map(({ lines }, index) => ({ lines, path: [...at, 'wrong', index, 'lines'] })),
  ];
  const refs = part.wrong.map(({ misconception: id }, index) => ({
    path: [...at, 'wrong', index, 'misconception'],
    id,
  }));
  const beyond = named
    .filter(({ lines }) => lines.some((line) => line > count))
    .map(({ path }) => yaml.issueAt(path, `the file has ${count} lines; correct the number`));
  const shares = part.pick === 'all' && part.partial.length > 0;
  const all = part.accept.length >= count;
  return [
    ...beyond,
    ...checkOnce(named, yaml),
    ...(shares
      ? [yaml.issueAt([...at, 'partial'], 'with pick: all each line already has a share; remove "partial"')]
      : []),
    ...(all ? [yaml.issueAt([...at, 'accept'], 'every line is accepted; name only the correct ones')] : []),
    ...checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml'),
  ];
}

function checkOnce(named: readonly Lines[], yaml: ReadFile<unknown>['yaml']): readonly BankIssue[] {
  const all = named.flatMap(({ lines }) => lines);
  return named.flatMap(({ lines, path }) => {
    const twice = lines.find((line) => all.filter((each) => each === line).length > 1);
    return twice === undefined
      ? []
      : [yaml.issueAt(path, `line ${twice} is named twice; a line is either correct, partially correct or wrong`)];
  });
}
