/** The door of access that thinks: the matrix of rights. */
export { ROLES, type Role, rightsOf } from './rights.ts';
