/**
 * Remembers the bodies of the last operations, so that an id that comes back with another body is refused
 * even when the new body names another member, whose bucket holds no trace of the first: the keys of the
 * database begin with the bucket and cannot see it. After a restart, or on another server, such a pair is
 * not refused; finding it is the work of an audit.
 */
export function recentOperations(max = 200_000) {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  return {
    /** Whether this id was done with another body. */
    isReused(id: string, bodyHash: string): boolean {
      const known = young.get(id) ?? old.get(id);
      return known !== undefined && known !== bodyHash;
    },
    /** Call when the operation is durable. */
    remember(id: string, bodyHash: string): void {
      if (young.size >= max) {
        old = young;
        young = new Map();
      }
      young.set(id, bodyHash);
    },
  };
}
