import type { AdjustmentRequest, AdjustmentRules } from '#modules/ledger/admin-contract.ts';
import { readPoints } from '../../../kit/currency-points.ts';

export type Limits = AdjustmentRules;

/** What has been filled in so far. */
export type AdjustDraft = {
  readonly direction: 'credit' | 'debit';
  readonly currencyCode: string;
  /** As typed. */
  readonly points: string;
  readonly reason: string | null;
  readonly comment: string;
};

/** Codes of labels in `adjust`. */
export type AdjustProblems = {
  readonly points?:
    | 'pointsWrong'
    | 'pointsWrongFraction'
    | 'pointsTooMany'
    | 'pointsTooManyToday'
    | 'mayNot';
  readonly reason?: 'reasonMissing';
  readonly comment?: 'commentShort';
};

const COMMENT_MIN = 5;

export function startOf(rules: Limits): AdjustDraft {
  const [first] = rules.limits;
  const currencyCode = first?.currency.code ?? '';
  return { direction: 'credit', currencyCode, points: '', reason: null, comment: '' };
}

/** The typed points in smallest units; undefined when they are none. */
export function draftPoints(draft: AdjustDraft, rules: Limits): number | undefined {
  const limit = rules.limits.find((each) => each.currency.code === draft.currencyCode);
  return limit === undefined ? undefined : readPoints(draft.points, limit.currency.divisibility);
}

/** What keeps the draft from being sent, field by field. */
export function problemsOf(draft: AdjustDraft, rules: Limits): AdjustProblems {
  const points = pointsProblem(draft, rules);
  return {
    ...(points !== undefined && { points }),
    ...(draft.reason === null && { reason: 'reasonMissing' as const }),
    ...(draft.comment.trim().length < COMMENT_MIN && { comment: 'commentShort' as const }),
  };
}

function pointsProblem(draft: AdjustDraft, rules: Limits): AdjustProblems['points'] {
  const limit = rules.limits.find((each) => each.currency.code === draft.currencyCode);
  if (limit === undefined || limit.proposePointsMax === 0) return 'mayNot';
  const points = draftPoints(draft, rules);
  if (points === undefined) {
    return limit.currency.divisibility === 0 ? 'pointsWrong' : 'pointsWrongFraction';
  }
  if (points > limit.proposePointsMax) return 'pointsTooMany';
  return points > limit.dailyPointsLeft ? 'pointsTooManyToday' : undefined;
}

/** The request of a draft that has no problems; undefined otherwise. */
export function requestOf(
  draft: AdjustDraft,
  rules: Limits,
): Omit<AdjustmentRequest, 'adjustmentId'> | undefined {
  const points = draftPoints(draft, rules);
  const { direction, currencyCode, reason, comment } = draft;
  const isReady = Object.keys(problemsOf(draft, rules)).length === 0;
  if (!isReady || points === undefined || reason === null) return undefined;
  return { direction, currencyCode, points, reasonCode: reason, comment: comment.trim() };
}
