import { createHash } from 'node:crypto';
import { EXAMPLE_BANK } from '@holdout/testing';
import { readBank } from '../index';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Change = readonly [from: string, to: string];

/** The example bank with one file of one question changed; `null` removes the file. */
function changed(kind: string, file: string, change: Change | null) {
  const path = `questions/${kind}.example/${file}`;
  const text = EXAMPLE_BANK.get(path) ?? '';
  if (change === null) return new Map([...EXAMPLE_BANK].filter(([name]) => name !== path));
  if (!text.includes(change[0])) throw new Error(`${path} has no "${change[0]}".`);
  return new Map([...EXAMPLE_BANK, [path, text.replace(change[0], change[1])]]);
}

const issuesOf = (kind: string, file: string, change: Change | null) =>
  readBank(changed(kind, file, change), { sha256 }).issues;

test.each<[string, string, Change, RegExp]>([
  [
    'a comma in an unquoted text',
    'plot',
    ['text: The tree is too simple.', 'text: The tree, too simple, fails.'],
    /"too simple" is not known here; within { } put quotes around a text with a comma/,
  ],
  ['a duplicate part id', 'plot', ['id: gap', 'id: ship'], /part id "ship" is used twice/],
  ['a missing text alternative', 'plot', ['alt: Error', 'title2: Error'], /"alt" is missing/],
  [
    'a text alternative that is too short',
    'plot',
    [/alt: .*/.exec(EXAMPLE_BANK.get('questions/plot.example/question.yaml') ?? '')?.[0] ?? '', 'alt: A chart'],
    /"alt": describe the chart in words/,
  ],
  [
    'a field that the data lacks',
    'plot',
    ['accept: { depth: [2, 3] }', 'accept: { level: [2, 3] }'],
    /no field that the chart draws|name the fields/,
  ],
  ['a region without a row', 'plot', ['depth: [4]', 'depth: [5]'], /no row of the data is at this place/],
  ['text for a numeric field', 'plot', ['depth: [2, 3]', 'depth: [two]'], /contains numbers; write values/],
  ['every row accepted', 'plot', ['depth: [2, 3]', 'depth: { from: 0, to: 20 }'], /every row of the data is accepted/],
  ['an unknown misconception', 'plot', ['gap-is-bias', 'no-such-thing'], /"no-such-thing" is not known/],
  [
    'two keys with choose: one',
    'plot',
    ['{ id: leak, misconception: gap-is-bias,', '{ id: leak, key: true,'],
    /exactly one key, but there are 2/,
  ],
  ['a line beyond the last', 'reading', ['accept: [1]', 'accept: [9]'], /the file has 4 lines/],
  ['a line that is both correct and wrong', 'reading', ['lines: [4]', 'lines: [1]'], /line 1 is named twice/],
  [
    'a cycle of steps',
    'ordering',
    ['[canary, full]', '[canary, full]\n  - [full, log]'],
    /"\w+" must come before itself/,
  ],
  ['a step without a pair', 'ordering', ['  tune: Re-tune', '  idle: Wait\n  tune: Re-tune'], /no pair names "idle"/],
  [
    'a left-out step in a pair',
    'ordering',
    ['[canary, full]', '[canary, full]\n  - [full, tune]'],
    /"tune" is left out, but a pair names it/,
  ],
  ['an unknown step', 'ordering', ['[log, shadow]', '[log, shade]'], /"shade" is not known; add it to steps/],
  [
    'an accepted order that violates a pair',
    'ordering',
    ['[[log, shadow, canary, full]]', '[[shadow, log, canary, full]]'],
    /"shadow" comes before "log"/,
  ],
  [
    'an accepted order without some steps',
    'ordering',
    ['[[log, shadow, canary, full]]', '[[log, shadow]]'],
    /name each of/,
  ],
  [
    'a missing closing bracket',
    'text',
    ["'[the ]average precision[ score]'", "'[the average precision'"],
    /"]" is missing/,
  ],
  [
    'a bracket without an opening one',
    'text',
    ["'[the ]average precision[ score]'", "'average} precision'"],
    /"}" has no opening bracket/,
  ],
  [
    'a pattern for too many texts',
    'text',
    ["'[the ]average precision[ score]'", `'${'{a|b}'.repeat(8)}'`],
    /more than 200 texts/,
  ],
  ['a text that is both correct and wrong', 'text', ['{ROC AUC|AUC}', '{ap.|AUC}'], /"ap" is also one of accept/],
  ['a text over maxLength', 'text', ['maxLength: 60', 'maxLength: 10'], /longer than maxLength/],
  [
    'samples in the wrong order',
    'scenario',
    ['triage: 0, telling: 1', 'triage: 2, telling: 2'],
    /strong 8, middling 4, weak 8/,
  ],
  [
    'a sample without a level',
    'scenario',
    ['{ triage: 0, telling: 1 }', '{ triage: 0 }'],
    /triage 0 to 2, telling 0 to 2/,
  ],
  [
    'an unknown level',
    'scenario',
    ['triage: 0, telling: 1', 'triage: 0, telling: 3'],
    /give each criterion one of its levels/,
  ],
  ['a duplicate follow-up id', 'scenario', ['id: sooner', 'id: null-feature'], /"null-feature" is used twice/],
  ['a follow-up with the id of the prompt', 'scenario', ['id: sooner', 'id: prompt'], /"prompt" is the prompt itself/],
  [
    'a minimum of words above the maximum',
    'scenario',
    ['{ min: 5, max: 40 }', '{ min: 50, max: 40 }'],
    /minimum must be less than the maximum/,
  ],
  [
    'a number of an unknown block',
    'design',
    ['block: data\n    ask', 'block: other\n    ask'],
    /"other" is not known; add it to blocks/,
  ],
  [
    'a wrong number within twice the tolerance',
    'design',
    ['value: 4800', 'value: 7000000'],
    /within twice the tolerance/,
  ],
  ['a criterion of an unknown block', 'design', ['block: label, title', 'block: none, title'], /"none" is not known/],
])('%s is an issue with a line, and the other questions load', (_what, ...[kind, change, message]) => {
  const bank = readBank(changed(kind, 'question.yaml', change), { sha256 });
  expect(bank.issues.map((issue) => issue.message).join('\n')).toMatch(message);
  expect(
    bank.issues.every(({ file, line }) => file === `questions/${kind}.example/question.yaml` && (line ?? 0) > 0),
  ).toBe(true);
  expect(bank.questions.some(({ bundle }) => bundle.kind === kind)).toBe(false);
  expect(bank.questions).toHaveLength(5);
});

test.each<[string, Change | null, RegExp]>([
  ['is missing', null, /plot.json is not in the folder/],
  ['is not JSON', ['{"mark"', '{mark'], /not a JSON object/],
  [
    'loads external data',
    ['"data":{"values":', '"data":{"url":"https://example.org/a.csv","values":'],
    /"url" is not allowed/,
  ],
  ['has no data', ['"values"', '"vals"'], /write the data under data.values/],
  ['has rows that are not flat', ['{"depth":1,"error":64.4,', '{"depth":[1],"error":64.4,'], /flat object/],
  ['computes', ['"mark":', '"transform":[{"calculate":"1","as":"x"}],"mark":'], /is not allowed in a chart/],
  ['contains an expression', ['"point":true', '"point":true,"opacity":{"expr":"1"}'], /"expr" is not allowed/],
  [
    'contains an expression for a label',
    ['"title":"Tree depth"', '"axis":{"labelExpr":"1"}'],
    /"labelExpr" is not allowed/,
  ],
  ['contains a signal', ['"mark":', '"width":{"signal":"w"},"mark":'], /"signal" is not allowed/],
  [
    'contains a link',
    ['"title":"Tree depth"', '"title":"Tree depth"},"href":{"field":"depth"'],
    /"href" is not allowed/,
  ],
  ['draws an image', ['"type":"line"', '"type":"image"'], /the mark must be one of/],
  ['has concatenated views', ['"mark":', '"hconcat":[],"mark":'], /"hconcat" is not allowed/],
  ['encodes a field that the data lacks', ['"field":"error"', '"field":"loss"'], /the field "loss"/],
])('a chart that %s is refused, and the message names the cause', (_what, change, message) => {
  expect(
    issuesOf('plot', 'plot.json', change)
      .map((issue) => issue.message)
      .join('\n'),
  ).toMatch(message);
});

test('a chart may have layers, one of them with its own rows', () => {
  const chart = JSON.parse(EXAMPLE_BANK.get('questions/plot.example/plot.json') ?? '') as Record<string, unknown>;
  const { mark, encoding, data } = chart;
  const line = {
    mark: 'rule',
    data: { values: [{ best: 62.3 }] },
    encoding: { y: { field: 'best', type: 'quantitative' } },
  };
  const layered = JSON.stringify({ data, layer: [{ mark, encoding }, line] });
  const files = new Map([...EXAMPLE_BANK, ['questions/plot.example/plot.json', layered]]);
  expect(readBank(files, { sha256 }).issues).toEqual([]);
});
