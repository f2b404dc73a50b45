import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default), 19 MiB, two passes, one lane: OWASP's first choice. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Shortest password that staff may have. */
export const PASSWORD_LENGTH_MIN = 12;

/** A PHC string with a fresh salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COSTS);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one. Without a hash (no such person) a decoy is checked all the same, so
 * that the duration does not tell who exists.
 */
export async function isPasswordRight(password: string, phc: string | undefined): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const isRight = await verify(phc ?? (await decoy), password);
  return isRight && phc !== undefined;
}
