/** One small change to a correct solution, before it has a name. */
export type Fault = {
  /** Stable for the same source and change, because waivers in question.yaml refer to it. */
  readonly name: string;
  /** The kind of change, for example `boundary`. */
  readonly operator: string;
  /** 1-based, in the solution as its author wrote it. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** The full text of the faulty solution. */
  readonly source: string;
};

export type UnnamedFault = Omit<Fault, 'name'>;

const SHOWN = 40;

/** The fault with its name, made of operator, place and change: `boundary@4:12 "<" to "<="`. */
export function named(fault: UnnamedFault): Fault {
  const { operator, line, column, before, after } = fault;
  return { ...fault, name: `${operator}@${line}:${column} "${short(before)}" to "${short(after)}"` };
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN - 1)}…` : flat;
}
