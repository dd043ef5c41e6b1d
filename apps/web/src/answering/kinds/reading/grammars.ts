/** What of a language has a colour: patterns without named groups, and words separated by spaces. */
export type Grammar = {
  readonly comment: string;
  readonly string: string;
  /** Quoted names, which look like strings and are none. */
  readonly name?: string;
  readonly keywords: string;
  readonly ignoresCase?: boolean;
};

const DOUBLE = String.raw`"(?:\\.|[^"\\\n])*"?`;
const SINGLE = String.raw`'(?:\\.|[^'\\\n])*'?`;
const TRIPLE_DOUBLE = String.raw`"""(?:\\[\s\S]|[^\\])*?(?:"""|$(?![\s\S]))`;
const TRIPLE_SINGLE = TRIPLE_DOUBLE.replaceAll('"', "'");
const BACKTICKS = String.raw`\x60(?:\\[\s\S]|[^\x60\\])*\x60?`;
const HASH = '#.*';
const SLASHES = String.raw`\/\/.*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))`;

const JAVASCRIPT =
  'async await break case catch class const continue debugger default delete do else export extends false finally for from function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield';

const java: Grammar = {
  comment: SLASHES,
  string: `${TRIPLE_DOUBLE}|${DOUBLE}|${SINGLE}`,
  keywords:
    'abstract boolean break byte case catch char class continue default do double else enum extends false final finally float for if implements import instanceof int interface long new null package private protected public record return short static super switch this throw throws true try var void while yield',
};

const javascript: Grammar = {
  comment: SLASHES,
  string: `${BACKTICKS}|${DOUBLE}|${SINGLE}`,
  keywords: JAVASCRIPT,
};

/** The languages that a reading question may be in. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  python: {
    comment: HASH,
    string: String.raw`\b[rRbBfFuU]{1,2}(?=["'])(?:${TRIPLE_DOUBLE}|${TRIPLE_SINGLE}|${DOUBLE}|${SINGLE})|${TRIPLE_DOUBLE}|${TRIPLE_SINGLE}|${DOUBLE}|${SINGLE}`,
    keywords:
      'False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield',
  },
  sql: {
    comment: String.raw`--.*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))`,
    string: "'(?:''|[^'])*'?",
    name: '"[^"]*"?',
    keywords:
      'all and any as asc between by case cast cross current delete desc distinct else end except exists false fetch filter first following from full group having ilike in inner insert intersect into is join last lateral left like limit natural not null nulls offset on or order outer over partition preceding range recursive right rows select set table then true unbounded union update using values when where window with',
    ignoresCase: true,
  },
  r: {
    comment: HASH,
    string: `${DOUBLE}|${SINGLE}`,
    name: BACKTICKS,
    keywords: 'FALSE Inf NA NULL NaN TRUE break else for function if in next repeat return while',
  },
  javascript,
  typescript: {
    ...javascript,
    keywords: `${JAVASCRIPT} abstract any as asserts boolean declare enum implements interface is keyof namespace never number private protected public readonly satisfies string type unknown`,
  },
  java,
  cpp: {
    comment: SLASHES,
    string: `${DOUBLE}|${SINGLE}`,
    keywords:
      'auto bool break case catch char class const constexpr continue default delete do double else enum explicit false float for friend if inline int long namespace new noexcept nullptr operator override private protected public return short signed sizeof static struct switch template this throw true try typename unsigned using virtual void volatile while',
  },
  julia: {
    comment: String.raw`#=[\s\S]*?(?:=#|$(?![\s\S]))|#.*`,
    // A lone quote transposes; only one character between two of them is a text.
    string: String.raw`${TRIPLE_DOUBLE}|${DOUBLE}|'(?:\\.|[^'\\\n])'`,
    keywords:
      'abstract baremodule begin break catch const continue do else elseif end export false finally for function global if import in isa let local macro missing module mutable nothing quote return struct true try using where while',
  },
  yaml: {
    comment: String.raw`(?<=^|\s)#.*`,
    string: `${DOUBLE}|(?<![\\p{L}\\p{N}])'(?:''|[^'\\n])*'?`,
    keywords: 'false no null off on true yes',
  },
};
