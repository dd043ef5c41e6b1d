import { SetMetadata } from '@nestjs/common';
import type { MemberNeed, OwnNeed } from './rules';
import type { ACCESS } from './table';

type Table = typeof ACCESS;
type Need = OwnNeed | Exclude<MemberNeed, readonly unknown[]> | Extract<MemberNeed, readonly unknown[]>[number];

/** What a row needs, as the words that `@Needs` states it by. */
type Words<Row> = Row extends { readonly needs: infer Needs }
  ? Words<Needs>
  : Row extends readonly Need[]
    ? Row
    : readonly [Row];

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The root fields whose row says just this. */
type FieldsThatNeed<Stated> = {
  [Root in keyof Table]: {
    [Field in keyof Table[Root]]: Same<Words<Table[Root][Field]>, Stated> extends true ? Field : never;
  }[keyof Table[Root]];
}[keyof Table];

export const NEEDS = 'access:needs';

/**
 * States at a root field who may ask it. The table decides (`table.ts`); this repeats it where the field is read, and
 * does not compile when the two differ.
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
