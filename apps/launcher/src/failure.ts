/** Why Holdout cannot start, in words for whoever typed the command: printed without a stack, exit code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
