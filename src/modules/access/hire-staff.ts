import { type AccessDeps, mintId } from './access-deps.ts';
import { isRole } from './core/rights.ts';
import { hashPassword, PASSWORD_LENGTH_MIN } from './password.ts';
import { refuse } from './refusals.ts';
import { insertPerson } from './sql/people.ts';

export type NewStaff = {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly locale: 'ru' | 'en';
};

/**
 * Gives a person a log-in. A log-in that exists is left as it is, password and roles included.
 * @returns true when the person is new
 * @throws  Refusal `password-too-short` (under 12 characters), `unknown-role`
 */
export async function hireStaff(deps: AccessDeps, staff: NewStaff): Promise<boolean> {
  const { name, password, roles, locale } = staff;
  if (password.length < PASSWORD_LENGTH_MIN)
    throw refuse('password-too-short', { path: '/password' });
  const unknown = roles.filter((role) => !isRole(role));
  if (unknown.length > 0) throw refuse('unknown-role', { path: '/roles', details: { unknown } });
  const now = deps.clock.now();
  const login = staff.login.trim().toLowerCase();
  const password_hash = await hashPassword(password);
  const person = { id: mintId(now), login, name, password_hash, roles, locale };
  return (await deps.db.run(insertPerson(person, now))).length > 0;
}
