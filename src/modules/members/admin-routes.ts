import type { FastifyInstance } from 'fastify';
import {
  mountStaffRoutes,
  type Principal,
  type StaffDoor,
  type StaffRoute,
  staffRoute,
} from '#platform/http/staff-routes.ts';
import {
  MemberDetailShape,
  type MemberList,
  MemberListQueryShape,
  MemberListShape,
  MemberParamsShape,
} from './admin-contract.ts';
import { memberIdOf, type ReadMemberDeps, readMember } from './read-member.ts';
import { findMembers, listMembers } from './read-members.ts';

export type MembersAdminDeps = ReadMemberDeps & { readonly staff: StaffDoor };

/** Mounts the staff routes of members. */
export function registerMembersAdmin(app: FastifyInstance, deps: MembersAdminDeps): void {
  mountStaffRoutes(app, deps.staff, memberRoutes(deps));
}

/** Looking at a person is written down before anything is shown; if that fails, nothing is. */
function memberRoutes(deps: MembersAdminDeps): readonly StaffRoute[] {
  const right = 'members.read';
  const note = (principal: Principal, action: string, object: string) =>
    deps.staff.audit({ principal, action, object, reason: null });
  return [
    staffRoute({
      method: 'GET',
      path: '/members',
      right,
      summary: 'Members: a page of all, or those that the query names',
      query: MemberListQueryShape,
      answer: MemberListShape,
      story: async ({ query, principal }): Promise<MemberList> => {
        if (query.query === undefined || query.query.trim() === '') {
          return listMembers(deps, query);
        }
        const members = await findMembers(deps, query.query);
        for (const member of members) await note(principal, 'member.find', member.memberId);
        return { members: [...members], nextCursor: null };
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/members/:memberId',
      right,
      summary: 'A member: masked profile, cards, tags',
      params: MemberParamsShape,
      answer: MemberDetailShape,
      story: async ({ params, principal }) => {
        const member = await readMember(deps, memberIdOf(params.memberId));
        await note(principal, 'member.read', member.memberId);
        return member;
      },
    }),
  ];
}
