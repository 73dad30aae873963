/** A sandbox that cannot start; the message is one sentence or two, fit to print. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
