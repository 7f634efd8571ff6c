/** A wrong option. One message, without a stack of ours. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}
