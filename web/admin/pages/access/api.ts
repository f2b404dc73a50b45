import type { LoginRequest, SessionAnswer } from '#modules/access/admin-contract.ts';
import { api, rememberCsrf } from '../../../kit/api-client.ts';
import { acceptSession } from '../../../kit/session.ts';

export async function logIn(body: LoginRequest): Promise<SessionAnswer> {
  return acceptSession(await api<SessionAnswer>('POST', '/session', { body }));
}

export async function logOut(): Promise<void> {
  await api<void>('DELETE', '/session');
  rememberCsrf('');
}
