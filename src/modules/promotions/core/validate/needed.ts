import type { ParamProblem } from '../language/param-problem.ts';

/** Refuses a field that is missing although another one asks for it. */
export function neededProblems(
  params: Readonly<Record<string, unknown>>,
  field: string,
): readonly ParamProblem[] {
  if (params[field] !== undefined) return [];
  const text = { ru: 'Здесь поле обязательно.', en: 'The field is required here.' };
  return [{ field, code: 'field-missing', text }];
}
