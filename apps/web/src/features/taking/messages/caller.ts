/** Who calls, and whom. */
export type Caller = { readonly attemptId: string; readonly organization: string };
