/** A reason not to start that the operator can act on: printed without a stack trace, exit code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
