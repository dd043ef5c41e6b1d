type Kinded = { readonly kind: string };

/** What to make of each member of a union; one that is left out breaks the build. */
export type Arms<U extends Kinded, R> = { readonly [K in U['kind']]: (member: Extract<U, { kind: K }>) => R };

/** Gives what the arm for the member's kind makes of it: a `switch` over a wide union, as an expression. */
export function matchKind<U extends Kinded, R>(member: U, arms: Arms<U, R>): R {
  const arm = arms[member.kind as U['kind']] as (member: U) => R;
  return arm(member);
}
