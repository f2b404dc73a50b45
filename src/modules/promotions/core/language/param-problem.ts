import type { Text } from '#shared/text.ts';

/** A wrong value that the schema alone cannot see: which field, and why. */
export type ParamProblem = { readonly field: string; readonly code: string; readonly text: Text };
