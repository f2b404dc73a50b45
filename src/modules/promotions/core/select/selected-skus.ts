import type { Trial } from '../play/trial.ts';

/** Places of the selection that have targets, together by SKU, in order of their first units. */
export function placesBySku(trial: Trial): readonly (readonly number[])[] {
  const bySku = new Map<string, number[]>();
  const { selection, basket } = trial;
  for (let place = 0; place < selection.count; place += 1) {
    if ((selection.targets[place] ?? 0) === 0) continue;
    const line = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    const sku = basket.lines[line]?.sku ?? '';
    const places = bySku.get(sku);
    if (places === undefined) bySku.set(sku, [place]);
    else places.push(place);
  }
  return [...bySku.values()];
}

/** How many lines have targets. */
export function linesOf({ selection, basket }: Trial): number {
  let lines = 0;
  let last = -1;
  for (let place = 0; place < selection.count; place += 1) {
    const line = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    if ((selection.targets[place] ?? 0) === 0 || line === last) continue;
    last = line;
    lines += 1;
  }
  return lines;
}
