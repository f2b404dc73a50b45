import type { FastifyInstance } from 'fastify';
import { mountStaffRoutes, type StaffDoor, staffRoute } from '#platform/http/staff-routes.ts';
import { DirectoryAnswerShape } from './admin-contract.ts';
import type { OpenDirectory } from './open-directory.ts';
import { readDirectory } from './read-directory.ts';

export type PartnersAdminDeps = {
  readonly staff: StaffDoor;
  readonly directory: OpenDirectory;
};

/** Mounts the staff routes of partners. */
export function registerPartnersAdmin(app: FastifyInstance, deps: PartnersAdminDeps): void {
  mountStaffRoutes(app, deps.staff, [
    staffRoute({
      method: 'GET',
      path: '/directory',
      right: 'directory.read',
      summary: 'Partners, stores with their terminals, goods',
      answer: DirectoryAnswerShape,
      story: ({ principal }) => readDirectory(deps.directory.current(), principal.partnerCode),
    }),
  ]);
}
