import type { CompiledValue } from '../language/value.ts';
import type { Trial } from './trial.ts';

/** A value field for the goods at a place of the selection; below 0 counts as 0. */
export function valueAt(value: CompiledValue, trial: Trial, place: number): number {
  if (value.fixed !== null) return value.fixed;
  const { basket, selection } = trial;
  const line = value.isPerLine ? (basket.slices.line[selection.slice[place] ?? 0] ?? 0) : -1;
  return Math.max(0, value.at(basket, selection, line));
}

/** A value field that is one number for the promotion; below 0 counts as 0. */
export function valueOf(value: CompiledValue, trial: Trial): number {
  if (value.fixed !== null) return value.fixed;
  return Math.max(0, value.at(trial.basket, trial.selection, -1));
}

/** Whether the receipt has no say in a value, so that it stays the same while a group plays. */
export function isFixed(value: unknown): boolean {
  return typeof value === 'number';
}
