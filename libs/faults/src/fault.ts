/** One small change to a right solution. */
export type Fault = {
  /** The same for the same source and change, for ever: waivers are written with it. */
  readonly name: string;
  /** The kind of change, for example `boundary`. */
  readonly operator: string;
  /** 1-based, in the solution as its author wrote it. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** The whole faulty solution. */
  readonly source: string;
};

export type UnnamedFault = Omit<Fault, 'name'>;

const SHOWN = 40;

/** Gives each fault a name that says what and where: `boundary@4:12 "<" to "<="`. */
export function named(fault: UnnamedFault): Fault {
  const { operator, line, column, before, after } = fault;
  return { ...fault, name: `${operator}@${line}:${column} "${short(before)}" to "${short(after)}"` };
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN - 1)}…` : flat;
}
