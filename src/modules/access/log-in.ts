import { type Instant, instant } from '#shared/time.ts';
import { type AccessDeps, auditStatement } from './access-deps.ts';
import type { LoginRequest } from './admin-contract.ts';
import type { Attempts } from './attempts.ts';
import { SESSION_LIFE_MS } from './core/session.ts';
import { isPasswordRight } from './password.ts';
import { refuse } from './refusals.ts';
import { hashSecret, mintSecret } from './secret.ts';
import { type PersonRow, readPerson } from './sql/people.ts';
import { insertSession } from './sql/sessions.ts';

export type OpenedSession = {
  /** For the cookie; nobody keeps it. */
  readonly token: string;
  readonly csrf: string;
  readonly expiresAt: Instant;
  readonly person: PersonRow;
};

/**
 * Opens a session for the right log-in and password.
 * @throws Refusal `too-many-attempts`; `wrong-login-or-password`, in the same time whether the log-in
 *         is unknown, blocked or the password wrong
 */
export async function logIn(
  deps: AccessDeps & { readonly attempts: Attempts },
  request: LoginRequest,
  address: string,
): Promise<OpenedSession> {
  const login = request.login.trim().toLowerCase();
  await deps.attempts.begin(login, address);
  const [person] = await deps.db.run(readPerson(login));
  const isRight = await isPasswordRight(request.password, person?.password_hash);
  if (person === undefined || !isRight || person.is_blocked)
    throw refuse('wrong-login-or-password');
  await deps.attempts.forget(login, address);
  return openSession(deps, person);
}

async function openSession(deps: AccessDeps, person: PersonRow): Promise<OpenedSession> {
  const now = deps.clock.now();
  const token = mintSecret();
  const csrf = mintSecret();
  const expiresAt = instant(now + SESSION_LIFE_MS);
  const opened = {
    tokenHash: hashSecret(token),
    personId: person.id,
    csrf,
    createdAt: now,
    expiresAt,
  };
  const principal = { kind: 'person', id: person.id } as const;
  const entry = { principal, action: 'session.open', object: person.login, reason: null };
  await deps.db.transaction((tx) =>
    tx.pipeline([insertSession(opened), auditStatement(entry, now)]),
  );
  return { token, csrf, expiresAt, person };
}
