import { type StaffRoute, staffRoute } from '#platform/http/staff-routes.ts';
import {
  AdjustmentDetailShape,
  AdjustmentListQueryShape,
  AdjustmentListShape,
  AdjustmentParamsShape,
  AdjustmentRequestShape,
  AdjustmentRulesShape,
  AdjustmentShape,
  DecisionRequestShape,
  MemberAccountParamsShape,
  RejectionRequestShape,
} from '../admin-contract.ts';
import type { AdjustmentDeps } from './adjustment.ts';
import { approveAdjustment, rejectAdjustment, withdrawAdjustment } from './decide-adjustment.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { listAdjustments, readAdjustmentDetail, readAdjustmentRules } from './read-adjustments.ts';

/** Staff routes of adjustments: read, propose, decide. */
export function adjustmentRoutes(deps: AdjustmentDeps): readonly StaffRoute[] {
  return [...readingRoutes(deps), ...decidingRoutes(deps)];
}

function readingRoutes(deps: AdjustmentDeps): readonly StaffRoute[] {
  const right = 'points.adjust.read';
  return [
    staffRoute({
      method: 'GET',
      path: '/adjustments',
      right,
      summary: 'Changes of points by hand, decided and waiting',
      query: AdjustmentListQueryShape,
      answer: AdjustmentListShape,
      story: ({ query, principal }) => listAdjustments(deps, query, principal),
    }),
    staffRoute({
      method: 'GET',
      path: '/adjustments/rules',
      right,
      summary: 'Reasons, and what the one who asks may propose and decide on',
      answer: AdjustmentRulesShape,
      story: ({ principal }) => readAdjustmentRules(deps, principal),
    }),
    staffRoute({
      method: 'GET',
      path: '/adjustments/:memberId/:adjustmentId',
      right,
      summary: 'An adjustment and what its approval would do to the account',
      params: AdjustmentParamsShape,
      answer: AdjustmentDetailShape,
      story: ({ params, principal }) => readAdjustmentDetail(deps, { ...params, principal }),
    }),
    staffRoute({
      method: 'POST',
      path: '/members/:memberId/adjustments',
      right: 'points.adjust.propose',
      summary: 'Ask for a change of points; somebody else approves it',
      params: MemberAccountParamsShape,
      body: AdjustmentRequestShape,
      answer: AdjustmentShape,
      story: ({ params: { memberId }, body, principal }) =>
        proposeAdjustment(deps, { memberId, request: body, principal }),
    }),
  ];
}

function decidingRoutes(deps: AdjustmentDeps): readonly StaffRoute[] {
  const shared = {
    method: 'POST',
    params: AdjustmentParamsShape,
    answer: AdjustmentShape,
  } as const;
  return [
    staffRoute({
      ...shared,
      path: '/adjustments/:memberId/:adjustmentId/approve',
      right: 'points.adjust.approve',
      summary: 'Approve an adjustment of somebody else: the points move',
      body: DecisionRequestShape,
      story: ({ params, body: { comment = null }, principal }) =>
        approveAdjustment(deps, { ...params, comment, principal }),
    }),
    staffRoute({
      ...shared,
      path: '/adjustments/:memberId/:adjustmentId/reject',
      right: 'points.adjust.approve',
      summary: 'Reject an adjustment of somebody else: nothing moves',
      body: RejectionRequestShape,
      story: ({ params, body: { comment }, principal }) =>
        rejectAdjustment(deps, { ...params, comment, principal }),
    }),
    staffRoute({
      ...shared,
      path: '/adjustments/:memberId/:adjustmentId/withdraw',
      right: 'points.adjust.propose',
      summary: 'Take one’s own adjustment back before it is decided',
      body: DecisionRequestShape,
      story: ({ params, body: { comment = null }, principal }) =>
        withdrawAdjustment(deps, { ...params, comment, principal }),
    }),
  ];
}
