import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * The server's log: JSON lines on standard error, so that standard output stays for people. Signatures,
 * cookies and passwords never reach it.
 * @param level one of the values of LOG_LEVEL
 */
export function createLog(level: string, to: DestinationStream = destination(2)): Log {
  return pino(
    {
      level,
      base: null,
      serializers: { err: bareError },
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          'req.headers["x-sig"]',
          'headers.authorization',
          'headers.cookie',
          'headers["x-sig"]',
          'password',
          '*.password',
        ],
        censor: '***',
      },
    },
    to,
  );
}

/** What the log tells of an error. A database's DETAIL prints rows, so its fields never get here. */
function bareError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { type: error.name, ...code, message: error.message, stack: error.stack };
}
