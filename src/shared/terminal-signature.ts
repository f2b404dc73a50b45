/** What a till signs of one request. */
export type SignedRequest = {
  readonly method: string;
  /** Path with the query, as it stands in the request line. */
  readonly path: string;
  /** SHA-256 of the body's bytes, 64 lower-case hex digits. */
  readonly bodySha256: string;
  /** `X-Time`: the till's clock in epoch milliseconds. */
  readonly time: string;
  /** `X-Op-Id`. */
  readonly operationId: string;
  /** `X-Cnt`: the till's own count of requests. */
  readonly count: string;
};

/**
 * The text under a till's signature, version 1: seven lines joined by LF, none at the end. The till
 * sends HMAC-SHA256 of it in hex as `X-Sig`; a change of any part breaks the signature.
 */
export function terminalSigningText(request: SignedRequest): string {
  return [
    'v1',
    request.method.toUpperCase(),
    request.path,
    request.bodySha256,
    request.time,
    request.operationId,
    request.count,
  ].join('\n');
}
