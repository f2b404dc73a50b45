import type { TSchema } from 'typebox';
import type { ParamProblem } from './param-problem.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';

/** What a registry entry can say about its parameters. */
type Entry = {
  readonly params: TSchema;
  readonly problems: (params: unknown) => readonly ParamProblem[];
};

/** Where an entry is used in a promotion. */
type Use = {
  /** JSON pointer of the object that names the entry. */
  readonly path: string;
  readonly field: 'condition' | 'selector' | 'effect';
  readonly params: unknown;
};

/**
 * Checks one use of a registry entry: that there is such an entry, that the parameters fit its schema,
 * and what the entry itself has to say about them.
 */
export function useProblems(entry: Entry | undefined, use: Use): readonly PromotionProblem[] {
  const { path, field, params } = use;
  if (entry === undefined) {
    const text = { ru: 'Такого кода нет.', en: 'There is no such code.' };
    return [{ path: `${path}/${field}`, code: `unknown-${field}`, text }];
  }
  const misfits = schemaProblems(entry.params, params, `${path}/params`);
  if (misfits.length > 0) return misfits;
  return entry.problems(params).map((problem) => ({
    path: `${path}/params/${problem.field}`,
    code: problem.code,
    text: problem.text,
  }));
}
