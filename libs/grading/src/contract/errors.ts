/** The author's files cannot be turned into cases; `message` tells the author why. Trying again does not help. */
export class MaterializeError extends Error {
  override readonly name = 'MaterializeError';
}

/** The box failed us while cases were made. Nobody's fault who wrote a question: try again. */
export class SandboxFailedError extends Error {
  override readonly name = 'SandboxFailedError';
}
