import { SetMetadata } from '@nestjs/common';
import type { MemberNeed, OwnNeed } from './rules';
import type { ACCESS } from './table';

type Table = typeof ACCESS;
type Need = OwnNeed | Exclude<MemberNeed, readonly unknown[]> | Extract<MemberNeed, readonly unknown[]>[number];

/** The access of a row, in the terms that `@Needs` takes. */
type Words<Row> = Row extends { readonly needs: infer Needs }
  ? Words<Needs>
  : Row extends readonly Need[]
    ? Row
    : readonly [Row];

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The root fields whose row has exactly this access. */
type FieldsThatNeed<Stated> = {
  [Root in keyof Table]: {
    [Field in keyof Table[Root]]: Same<Words<Table[Root][Field]>, Stated> extends true ? Field : never;
  }[keyof Table[Root]];
}[keyof Table];

export const NEEDS = 'access:needs';

/**
 * Declares the access of a root field at its resolver. The table (`table.ts`) decides; this repeats it for the reader, and
 * does not compile if the two differ.
 */
export function Needs<const Stated extends readonly [Need, ...Need[]]>(...stated: Stated) {
  return <Field extends FieldsThatNeed<Readonly<Stated>>>(
    target: object,
    field: Field,
    descriptor: PropertyDescriptor,
  ): void => {
    SetMetadata(NEEDS, stated)(target, field, descriptor);
  };
}
