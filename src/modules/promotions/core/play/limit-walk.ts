import type { CompiledLimit } from '../compile/compile-limits.ts';
import type { Limited } from '../language/limit-unit.ts';
import { type LimitBook, roomOf, roomOnLine } from './limit-book.ts';
import type { Trial } from './trial.ts';

type Limiting = {
  readonly limit: CompiledLimit;
  readonly book: LimitBook;
  readonly trial: Trial;
};

/**
 * Walks the targets in unit order and keeps each unit that still fits.
 * @param sizeOf what one unit at a place counts for, > 0
 */
export function keepFitting(
  { limit, book, trial }: Limiting,
  sizeOf: (place: number) => number,
): Limited {
  const { selection, basket } = trial;
  let room = roomOf(book, limit, basket);
  let line = -1;
  let lost = 0;
  let kept = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const own = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    if (limit.isByLine && own !== line) room = roomOnLine(book, limit, own);
    line = own;
    const targets = selection.targets[place] ?? 0;
    const size = sizeOf(place);
    const stays = Math.min(targets, Math.floor(room / size));
    room -= stays * size;
    kept += stays;
    lost += targets - stays;
    // With `stop` all or nothing stays, so what is written here is thrown away.
    selection.targets[place] = stays;
  }
  selection.targetUnits = kept;
  if (lost > 0) selection.isWhole = false;
  return answerOf(limit.isStop, kept, lost);
}

/** What a cut came to. */
export function answerOf(isStop: boolean, kept: number, lost: number): Limited {
  if (lost === 0) return 'within';
  return kept === 0 || isStop ? 'nothing' : 'cut';
}

/** What a cut of an outcome came to: whether anything else is left of it is not its to say. */
export function answerOfOutcome(isStop: boolean): Limited {
  return isStop ? 'nothing' : 'cut';
}
