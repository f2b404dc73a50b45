import { assert } from '#shared/assert.ts';

/**
 * Where an account stood at the cut of an anchor. The digests prove; heads only name: they tell which
 * account of a bucket is not what it was, and from which entry on.
 */
export type Head = {
  readonly memberId: number;
  readonly currencyCode: string;
  /** Of its last entry before the cut. */
  readonly seq: number;
  /** The beginning of its leaf, 16 hex digits. */
  readonly leafStart: string;
};

const HEAD_BYTES = 24;

/** Packs heads: member id (8 bytes), place of the currency (2), seq (6), leaf (8), all big-endian. */
export function packHeads(heads: readonly Head[]): {
  readonly currencies: readonly string[];
  readonly heads: Buffer;
} {
  const currencies = [...new Set(heads.map((head) => head.currencyCode))].sort();
  const placeOf = new Map(currencies.map((code, place) => [code, place]));
  const bytes = Buffer.alloc(heads.length * HEAD_BYTES);
  for (const [place, head] of heads.entries()) {
    const at = place * HEAD_BYTES;
    bytes.writeBigUInt64BE(BigInt(head.memberId), at);
    bytes.writeUInt16BE(placeOf.get(head.currencyCode) ?? 0, at + 8);
    bytes.writeUIntBE(head.seq, at + 10, 6);
    bytes.write(head.leafStart, at + 16, 'hex');
  }
  return { currencies, heads: bytes };
}

/** Unpacks heads. @throws Error when the bytes are not whole heads */
export function unpackHeads(currencies: readonly string[], bytes: Buffer): readonly Head[] {
  assert(bytes.length % HEAD_BYTES === 0, 'heads are 24 bytes each');
  return Array.from({ length: bytes.length / HEAD_BYTES }, (_, place) => {
    const at = place * HEAD_BYTES;
    return {
      memberId: Number(bytes.readBigUInt64BE(at)),
      currencyCode: currencies[bytes.readUInt16BE(at + 8)] ?? '',
      seq: bytes.readUIntBE(at + 10, 6),
      leafStart: bytes.toString('hex', at + 16, at + HEAD_BYTES),
    };
  });
}
