import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { roomOf } from '../play/limit-book.ts';
import { answerOf } from '../play/limit-walk.ts';
import type { Trial } from '../play/trial.ts';

/** How many different goods a promotion works on. */
export const skus: LimitUnitEntry = {
  code: 'skus',
  title: { ru: 'разных товаров', en: 'different goods' },
  bounds: 'selection',
  cut: (limit, book, trial) => {
    const { selection } = trial;
    const room = roomOf(book, limit, trial.basket);
    const kept = new Set<string>();
    let units = 0;
    let lost = 0;
    for (let place = 0; place < selection.count; place += 1) {
      const targets = selection.targets[place] ?? 0;
      const sku = skuAt(trial, place);
      if (targets === 0) continue;
      if (!kept.has(sku) && kept.size >= room) {
        selection.targets[place] = 0;
        selection.isWhole = false;
        lost += targets;
        continue;
      }
      kept.add(sku);
      units += targets;
    }
    selection.targetUnits = units;
    return answerOf(limit.isStop, units, lost);
  },
  amount: (trial) => {
    const seen = new Set<string>();
    for (let place = 0; place < trial.selection.count; place += 1) {
      if ((trial.selection.targets[place] ?? 0) > 0) seen.add(skuAt(trial, place));
    }
    return seen.size;
  },
};

function skuAt({ selection, basket }: Trial, place: number): string {
  const line = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
  return basket.lines[line]?.sku ?? '';
}
