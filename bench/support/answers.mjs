import { readFileSync } from 'node:fs';

/** The fields of `ItemContent` that `answerOf` needs. */
export const CONTENT = `__typename
  ... on ChoiceContent { options { id } }
  ... on CodeContent { languages { language starter } }
  ... on DesignContent { blocks { id } numbers { id } }
  ... on OrderingContent { steps { id } }
  ... on PlotContent { table { columns { field } rows } plotParts: parts {
    ... on ChoicePart { id options { id } } ... on PointPart { id fields { field } } } }
  ... on ReadingContent { code: lines readingParts: parts {
    ... on ChoicePart { id options { id } } ... on LinePart { id mark } } }`;

const at = (list, turn) => list[turn % list.length];
const choicesOf = (parts, turn) =>
  parts.filter(({ options }) => options).map(({ id, options }) => ({ part: id, picked: [at(options, turn).id] }));

/** A point of the data, which any kind of pick accepts. */
function pointOf({ id, fields }, { columns, rows }, turn) {
  const row = at(
    rows.filter((cells) => cells.every((cell) => cell !== null)),
    turn,
  );
  const textOf = (field) => row[columns.findIndex((column) => column.field === field)];
  return { part: id, values: fields.map(({ field }) => ({ field, text: textOf(field) })) };
}

/** An answer to each kind of content, from its own parts; different at each call. */
const ANSWERS = {
  ChoiceContent: ({ options }, turn) => ['choice', { picked: [at(options, turn).id] }],
  CodeContent: ({ languages: [{ language, starter }] }, turn) => [
    'code',
    { language, source: `${starter}\n${' '.repeat(turn % 80)}` },
  ],
  DesignContent: ({ blocks, numbers }, turn) => [
    'design',
    {
      blocks: blocks.map(({ id }) => ({ part: id, text: `Draft ${turn}` })),
      numbers: numbers.map(({ id }) => ({ id, text: String(turn) })),
    },
  ],
  NumericContent: (_content, turn) => ['numeric', { text: String(turn / 100) }],
  OrderingContent: ({ steps }, turn) => {
    const ids = steps.map(({ id }) => id);
    const cut = turn % ids.length;
    return ['ordering', { steps: [...ids.slice(cut), ...ids.slice(0, cut)] }];
  },
  PlotContent: ({ table, plotParts }, turn) => [
    'plot',
    {
      choices: choicesOf(plotParts, turn),
      points: plotParts.filter(({ fields }) => fields).map((part) => pointOf(part, table, turn)),
    },
  ],
  ReadingContent: ({ code, readingParts }, turn) => [
    'reading',
    {
      choices: choicesOf(readingParts, turn),
      lines: readingParts.filter(({ mark }) => mark).map(({ id }) => ({ part: id, lines: [1 + (turn % code.length)] })),
    },
  ],
  ScenarioContent: (_content, turn) => ['scenario', { part: 'prompt', text: `Draft ${turn}` }],
  TextContent: (_content, turn) => ['text', { text: `t${turn % 1000}` }],
};

const SCHEMA = readFileSync('apps/api/schema.graphql', 'utf8');
const namesIn = (pattern, separator) => pattern.exec(SCHEMA)[1].trim().split(separator);

/** Every kind of question that a quiz may draw. */
export const KINDS = namesIn(/^enum QuestionKind \{\n([^}]+)\}/m, /\s+/);

for (const name of namesIn(/^union ItemContent = (.+)$/m, ' | ')) {
  if (!(name in ANSWERS)) throw new Error(`bench/support/answers.mjs has no answer to ${name}`);
}

/** The kind and the fields of an answer to this content. */
export function answerOf(content, turn) {
  const [kind, fields] = ANSWERS[content.__typename](content, turn);
  return { kind, fields };
}
