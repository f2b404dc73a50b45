import { present } from '#shared/assert.ts';
import { CONDITIONS } from '../conditions/index.ts';
import { EFFECTS } from '../effects/index.ts';
import { SELECTORS } from '../selectors/index.ts';
import type { Condition } from './condition.ts';
import type { Effect } from './effect.ts';
import type { Selector } from './selector.ts';

const byCode = <Entry extends { readonly code: string }>(entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [entry.code, entry]));

const conditions = byCode(CONDITIONS);
const selectors = byCode(SELECTORS);
const effects = byCode(EFFECTS);

/** The condition of a code, or undefined when there is none. */
export const findCondition = (code: string): Condition | undefined => conditions.get(code);

/** The selector of a code, or undefined when there is none. */
export const findSelector = (code: string): Selector | undefined => selectors.get(code);

/** The effect of a code, or undefined when there is none. */
export const findEffect = (code: string): Effect | undefined => effects.get(code);

/** The condition of a code that a valid promotion names. @throws Error when there is none */
export const conditionOf = (code: string): Condition => present(findCondition(code), code);

/** The selector of a code that a valid promotion names. @throws Error when there is none */
export const selectorOf = (code: string): Selector => present(findSelector(code), code);

/** The effect of a code that a valid promotion names. @throws Error when there is none */
export const effectOf = (code: string): Effect => present(findEffect(code), code);
