/**
 * - `not-found`: no outputs file where one was looked for; the stack may not be deployed.
 * - `unreadable`: there is one, and the operating system would not give it.
 * - `malformed`: its content is not text, not JSON, or not the outputs of a stack.
 */
export type OutputsErrorCode = 'not-found' | 'unreadable' | 'malformed';

/**
 * An outputs file that is absent, cannot be read, or makes no sense. `message` names the file, the line and the
 * column where they are known, and what to do; it carries no value of the file.
 *
 * @example
 * try {
 *   readOutputs();
 * } catch (error) {
 *   if (error instanceof OutputsError && error.code === 'not-found') return undefined;
 *   throw error;
 * }
 */
export class OutputsError extends Error {
  override readonly name = 'OutputsError';
  readonly code: OutputsErrorCode;
  readonly source?: string;
  readonly line?: number;
  readonly column?: number;

  constructor(
    code: OutputsErrorCode,
    message: string,
    where: { source?: string; line?: number; column?: number; cause?: unknown } = {},
  ) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause });
    this.code = code;
    this.source = where.source;
    this.line = where.line;
    this.column = where.column;
    this.stack = `OutputsError: ${message}`;
  }
}
