import { tokensOf } from './tokens-of';

/** The code's tokens with their kinds, line by line. */
const coloured = (code: string, language: string) =>
  tokensOf(code.split('\n'), language).map((row) =>
    row.flatMap(({ kind, text }) => (kind === null ? [] : [`${kind} ${text}`])),
  );

test.each<[string, string, readonly string[]]>([
  ['python', 'for x in f("a # b"):  # why', ['keyword for', 'keyword in', 'string "a # b"', 'comment # why']],
  ['python', 'rf\'{x}\' + b"y" - x1 * 1e-3', ["string rf'", 'string {x}', "string '", 'string b"y"', 'number 1e-3']],
  ['sql', `SELECT 'it''s', "from" FROM t -- 1`, ['keyword SELECT', "string 'it''s'", 'keyword FROM', 'comment -- 1']],
  ['r', 'if (is.na(x)) NULL # no', ['keyword if', 'keyword NULL', 'comment # no']],
  ['javascript', 'const a = 0x1F; // `b`', ['keyword const', 'number 0x1F', 'comment // `b`']],
  ['typescript', 'type A = { readonly b: "c" }', ['keyword type', 'keyword readonly', 'string "c"']],
  ['java', "char c = '\\'';", ['keyword char', "string '\\''"]],
  ['cpp', 'int x = 1; /* y */ return x;', ['keyword int', 'number 1', 'comment /* y */', 'keyword return']],
  ['julia', "a' * 'b' end", ["string 'b'", 'keyword end']],
  ['yaml', "rate: 0.5 # it's\nname: a#b", ['number 0.5', "comment # it's", 'string a#b']],
])('%s: %s', (language, code, expected) => {
  expect(coloured(code, language).flat()).toEqual(expected);
});

test('a text or a comment of several lines is one on each of them', () => {
  expect(coloured('x = """one\ntwo""" + 1', 'python')).toEqual([['string """one'], ['string two"""', 'number 1']]);
  expect(coloured('/* one\n\ntwo', 'javascript')).toEqual([['comment /* one'], [], ['comment two']]);
});

test.each(['python', 'sql', 'r', 'javascript', 'typescript', 'java', 'cpp', 'julia', 'yaml', 'text'])(
  '%s: no character is lost or moved',
  (language) => {
    const lines = ['  a = "b', "'c' # d /* e", '', '`f` """ -- g', '\t1.5e3 // h é', '=# .5 ... 0x'];
    const rows = tokensOf(lines, language);
    expect(rows.map((row) => row.map(({ text }) => text).join(''))).toEqual(lines);
  },
);

test('a language that is not known has no colours', () => {
  expect(coloured('for x in y', 'text')).toEqual([[]]);
});
