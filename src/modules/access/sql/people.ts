import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export type PersonRow = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password_hash: string;
  readonly roles: readonly string[];
  readonly locale: 'ru' | 'en';
  readonly is_blocked: boolean;
};

/** The person with this log-in (lower case). */
export function readPerson(login: string): Statement<PersonRow> {
  return sql<PersonRow>`
    select p.id, p.login, p.name, p.password_hash, p.roles, p.locale, p.is_blocked
    from access.person p
    where p.login = ${login}`;
}

/** Names of people, in no order. */
export function readNames(ids: readonly string[]): Statement<Pick<PersonRow, 'id' | 'name'>> {
  return sql<Pick<PersonRow, 'id' | 'name'>>`
    select p.id, p.name from access.person p where p.id = any(${ids}::uuid[])`;
}

/** Adds a person; gives no row when the log-in is taken. */
export function insertPerson(
  person: Omit<PersonRow, 'is_blocked'>,
  createdAt: Instant,
): Statement<{ id: string }> {
  return sql<{ id: string }>`
    insert into access.person
      (id, login, name, password_hash, roles, locale, is_blocked, created_at)
    values (${person.id}, ${person.login}, ${person.name}, ${person.password_hash},
      ${person.roles}, ${person.locale}, false, ${formatInstant(createdAt)})
    on conflict do nothing
    returning id`;
}
