import type { ParamProblem } from '../language/param-problem.ts';

/** The bound that is not there. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/**
 * Refuses a pair of bounds that is crossed; both belong to what they bound.
 * @param min, max names of the two fields
 */
export function boundsProblems(
  params: Readonly<Record<string, unknown>>,
  min: string,
  max: string,
): readonly ParamProblem[] {
  const [low, high] = [params[min], params[max]];
  if (low === undefined || high === undefined || low === null || high === null) return [];
  if (typeof low === typeof high && low <= high) return [];
  const text = { ru: 'Верхняя граница ниже нижней.', en: 'The upper bound is below the lower.' };
  return [{ field: max, code: 'bounds-crossed', text }];
}

/** Refuses a pair of bounds that is crossed, or of which neither is named. */
export function openBoundsProblems(
  params: Readonly<Record<string, unknown>>,
  min: string,
  max: string,
): readonly ParamProblem[] {
  if (params[min] !== undefined || params[max] !== undefined) {
    return boundsProblems(params, min, max);
  }
  const text = { ru: 'Назовите хотя бы одну границу.', en: 'Name at least one of the bounds.' };
  return [{ field: min, code: 'no-bounds', text }];
}
