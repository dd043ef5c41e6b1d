import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import { checkOptions, repeatedIn } from '../shared/check-options';
import { isAt, pointsOf } from './place';
import type { Place, PlotFile, PointPart } from './plot-file';
import { readPlot } from './read-plot';

type Plot = Extract<ReturnType<typeof readPlot>, { ok: true }>;
type At = readonly PropertyKey[];

/** The issues of a plot. */
export function checkPlot(read: ReadFile<PlotFile>): readonly BankIssue[] {
  const { folder, yaml } = read;
  const { parts, plot: file } = yaml.value;
  const twice = repeatedIn(parts).map(({ id, index }) =>
    yaml.issueAt(['parts', index, 'id'], `the part id "${id}" is used twice; use distinct ids`),
  );
  const choices = parts.flatMap((part, index) =>
    part.type === 'choice' ? checkOptions(part, ['parts', index], read) : [],
  );
  const text = folder.files.get(file);
  if (text === undefined) return [...twice, ...choices];
  const plot = readPlot(`${folder.path}/${file}`, text);
  if (!plot.ok) return [...twice, ...choices, ...plot.issues];
  const points = parts.flatMap((part, index) =>
    part.type === 'point' ? checkPoint(part, ['parts', index], { plot, read }) : [],
  );
  return [...twice, ...choices, ...points];
}

type Context = { readonly plot: Plot; readonly read: ReadFile<PlotFile> };

/** Every region of the part with its path in the file, the accepted ones first. */
function placesOf(part: PointPart, at: At): readonly { readonly place: Place; readonly path: At }[] {
  return [
    { place: part.accept, path: [...at, 'accept'] },
    ...part.partial.map((each, index) => ({ place: each.at, path: [...at, 'partial', index, 'at'] })),
    ...part.wrong.map((each, index) => ({ place: each.at, path: [...at, 'wrong', index, 'at'] })),
  ];
}

function checkPoint(part: PointPart, at: At, context: Context): readonly BankIssue[] {
  const { yaml, context: bank } = context.read;
  const refs = part.wrong.map(({ misconception }, index) => ({
    path: [...at, 'wrong', index, 'misconception'],
    id: misconception,
  }));
  const places = placesOf(part, at);
  const shapes = places.flatMap(({ place, path }) => checkFields(part, place, path, context));
  const reached = shapes.length > 0 ? [] : checkRows(part, at, context);
  return [...checkKnown(yaml, refs, (id) => bank.misconceptions.has(id), 'misconceptions.yaml'), ...shapes, ...reached];
}

function checkFields(part: PointPart, place: Place, path: At, { plot, read }: Context): readonly BankIssue[] {
  const { issueAt } = read.yaml;
  const wanted = Object.keys(part.accept);
  const same = Object.keys(place).length === wanted.length && wanted.every((field) => field in place);
  if (!same || wanted.length === 0)
    return [issueAt(path, `name the fields ${wanted.join(', ')} in each place of the part`)];
  return Object.entries(place).flatMap(([field, values]) => {
    const column = plot.table.columns.find((each) => each.field === field);
    if (column === undefined || !plot.fields.has(field))
      return [issueAt([...path, field], `"${field}" is not a field of the chart; correct the spelling`)];
    const isOfType = (value: string | number): boolean => (column.type === 'number') === (typeof value === 'number');
    const isFitting = Array.isArray(values)
      ? values.every(isOfType)
      : column.type === 'number' && values.from <= values.to;
    return isFitting
      ? []
      : [issueAt([...path, field], `"${field}" contains ${column.type}s; write values of that type`)];
  });
}

/** With `pick: row` every place must contain a row, and some row must be outside the accepted places. */
function checkRows(part: PointPart, at: At, { plot, read }: Context): readonly BankIssue[] {
  const { issueAt } = read.yaml;
  const fields = Object.keys(part.accept);
  if (part.pick === 'anywhere') {
    const texts = fields.filter((name) => plot.table.columns.find(({ field }) => field === name)?.type === 'text');
    return texts.map((field) =>
      issueAt([...at, 'pick'], `"${field}" contains texts, so only a row can be picked; write pick: row`),
    );
  }
  const rows = pointsOf(plot.table, fields);
  const missed = placesOf(part, at)
    .filter(({ place }) => !rows.some((row) => isAt(place, row)))
    .map(({ path }) => issueAt(path, 'no row of the data is at this place; correct the values'));
  const isTrivial = rows.every((row) => isAt(part.accept, row));
  return [
    ...missed,
    ...(isTrivial ? [issueAt([...at, 'accept'], 'every row of the data is accepted; name only the correct ones')] : []),
  ];
}
