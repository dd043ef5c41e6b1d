/** The author's files cannot be turned into cases; `message` tells the author why. A retry does not help. */
export class MaterializeError extends Error {
  override readonly name = 'MaterializeError';
}

/** The sandbox failed while cases were made. Not the author's fault; the job is retried. */
export class SandboxFailedError extends Error {
  override readonly name = 'SandboxFailedError';
}
