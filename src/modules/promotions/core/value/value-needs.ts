import type { Need } from '../facts.ts';
import { parseSource } from './sources.ts';
import { partsOf, personalListsOf, sourcesOf, type Value } from './value.ts';

/** The facts that a Value looks at. */
export function valueNeeds(value: Value): readonly Need[] {
  const needs = sourcesOf(value).flatMap((source) => {
    const parsed = parseSource(source);
    return parsed === undefined ? [] : parsed.entry.needs(parsed.argument);
  });
  const lists = personalListsOf(value).map((code): Need => `personal-list:${code}`);
  return [...needs, ...lists, ...(readsGoods(value) ? (['lines'] as const) : [])];
}

function readsGoods(value: Value): boolean {
  if (typeof value === 'number') return false;
  return 'attribute' in value || 'personal' in value || partsOf(value).some(readsGoods);
}
