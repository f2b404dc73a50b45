import { shareInto } from '../basket/numbers.ts';
import type { CompiledLimit } from '../compile/compile-limits.ts';
import { lineEnd } from '../give/give-money.ts';
import type { Limited, LimitUnitEntry } from '../language/limit-unit.ts';
import { ENDLESS, type LimitBook, roomOf, roomOnLine } from '../play/limit-book.ts';
import { answerOfOutcome } from '../play/limit-walk.ts';
import type { Trial } from '../play/trial.ts';

/** How much money a promotion takes off. */
export const kopecks: LimitUnitEntry = {
  code: 'kopecks',
  title: { ru: 'скидка', en: 'discount' },
  bounds: 'outcome',
  cut: (limit, book, trial) => (limit.isByLine ? cutByLine : cutInAll)(limit, book, trial),
  amount: (trial) => trial.discount,
  amountAt: (trial, place) => trial.off[place] ?? 0,
};

function cutInAll(limit: CompiledLimit, book: LimitBook, trial: Trial): Limited {
  const room = roomOf(book, limit, trial.basket);
  if (trial.discount <= room) return 'within';
  shareOff(trial, { from: 0, to: trial.selection.count, room });
  return answerOfOutcome(limit.isStop);
}

function cutByLine(limit: CompiledLimit, book: LimitBook, trial: Trial): Limited {
  const { selection, basket } = trial;
  const before = trial.discount;
  let from = 0;
  while (from < selection.count) {
    const to = lineEnd(trial, from);
    const line = basket.slices.line[selection.slice[from] ?? 0] ?? 0;
    shareOff(trial, { from, to, room: roomOnLine(book, limit, line) });
    from = to;
  }
  return trial.discount === before ? 'within' : answerOfOutcome(limit.isStop);
}

/** Shares the room out over what is taken off, where that is more. */
function shareOff(
  trial: Trial,
  { from, to, room }: { readonly from: number; readonly to: number; readonly room: number },
): void {
  const part = trial.off.subarray(from, to);
  const count = to - from;
  let total = 0;
  for (let i = 0; i < count; i += 1) total += part[i] ?? 0;
  if (total <= room || room === ENDLESS) return;
  shareInto(part, { total: room, weights: part, count });
  trial.discount -= total - room;
  for (let place = from; place < to; place += 1) {
    trial.initialOff[place] = Math.min(trial.initialOff[place] ?? 0, trial.off[place] ?? 0);
  }
}
