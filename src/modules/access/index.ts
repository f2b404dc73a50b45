/** The door of access: staff, their sessions and rights, API keys, the audit trail. */
export { hireStaff, type NewStaff } from './hire-staff.ts';
export { readStaffNames } from './read-staff-names.ts';
