import { shareGrant } from '../give/give-points.ts';
import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { roomOf } from '../play/limit-book.ts';
import { answerOfOutcome } from '../play/limit-walk.ts';
import type { PointsGrant, Trial } from '../play/trial.ts';

/** How many points a promotion gives; of several gifts the last is cut first. */
export const points: LimitUnitEntry = {
  code: 'points',
  title: { ru: 'баллов', en: 'points' },
  bounds: 'outcome',
  cut: (limit, book, trial) => {
    const given = grantedPoints(trial);
    const room = roomOf(book, limit, trial.basket);
    if (given <= room) return 'within';
    let left = room;
    const kept: PointsGrant[] = [];
    const emptied: PointsGrant[] = [];
    for (const grant of trial.grants.slice(0, trial.grantCount)) {
      if (grant.points > left) {
        grant.points = Math.max(0, Math.min(grant.points, left));
        shareGrant(trial, grant);
      }
      if (grant.points > 0) left -= grant.points;
      (grant.points === 0 ? emptied : kept).push(grant);
    }
    trial.grants.splice(0, trial.grantCount, ...kept, ...emptied);
    trial.grantCount = kept.length;
    return answerOfOutcome(limit.isStop);
  },
  amount: grantedPoints,
};

/** Points given in all currencies; what is taken does not count. */
function grantedPoints({ grants, grantCount }: Trial): number {
  let total = 0;
  for (let i = 0; i < grantCount; i += 1) total += Math.max(0, grants[i]?.points ?? 0);
  return total;
}
