/** Where a statement stands. */
export type Place = { readonly file: string; readonly line: number };

/** A scenario that cannot be read, or that came out otherwise than it says; names the file and the line. */
export class ScenarioError extends Error {
  constructor(place: Place, message: string, cause?: unknown) {
    super(`${place.file}:${place.line}: ${message}`, cause === undefined ? {} : { cause });
    this.name = 'ScenarioError';
  }
}
