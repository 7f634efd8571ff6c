/** One output of the stack, as `find` gives it. */
export interface NamedOutput {
  key: string;
  /** Stack it belongs to, where the file says so. */
  stack?: string;
  value: unknown;
  /** Why it counts as absent: a placeholder such as `N/A`. */
  missing?: string;
  /** The value as a message may show it: a secret is masked. */
  shown: string;
}

/** The outputs of the stack, as its tool wrote them. Answered by `outputs` itself, and by no resource. */
export interface StackOutputs {
  /**
   * The outputs of that name, regardless of case, separators and a CDK hash; one for each stack that has it.
   * `near` are names that may have been meant where there is none; `secret` says that a value of that name must not be
   * shown.
   */
  find(name: string): { found: NamedOutput[]; near: string[]; secret: boolean };
}

/** The facet that only the outputs answer. */
export interface OutputsFacets {
  outputs: StackOutputs;
}
