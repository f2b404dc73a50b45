import type { Seat } from './seat.ts';
import { isBystander, type Worth, worthOf } from './worth.ts';

/** One wins, the others are outbid by it. */
export function winAlone(standers: readonly Seat[], winner: Seat | undefined): void {
  if (winner === undefined) return;
  for (const seat of standers) {
    if (seat === winner) seat.isWinner = true;
    else seat.outbidBy = winner.rule;
  }
}

/**
 * The one wins that no other is better than, the first of equals. Those that only have things to do
 * that are worth nothing win beside it.
 * @param isBetter whether the first worth beats the second
 */
export function winByWorth(
  standers: readonly Seat[],
  isBetter: (a: Worth, b: Worth) => boolean,
): void {
  let winner: Seat | undefined;
  let best: Worth = { kopecks: 0, points: 0 };
  const rivals: Seat[] = [];
  for (const seat of standers) {
    if (isBystander(seat.trial)) {
      seat.isWinner = true;
      continue;
    }
    rivals.push(seat);
    const worth = worthOf(seat.trial);
    if (winner !== undefined && !isBetter(worth, best)) continue;
    winner = seat;
    best = worth;
  }
  winAlone(rivals, winner);
}

/** More money's worth, then more points. */
export function isMore(a: Worth, b: Worth): boolean {
  return a.kopecks === b.kopecks ? a.points > b.points : a.kopecks > b.kopecks;
}

/** Less money's worth, then fewer points. */
export function isLess(a: Worth, b: Worth): boolean {
  return isMore(b, a);
}
