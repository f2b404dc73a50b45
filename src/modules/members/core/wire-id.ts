import { type MemberId, memberId } from '#shared/ids.ts';

/** The golden id as it travels: `mbr_` and 11 letters of base 36. */
export function memberWireId(id: MemberId): string {
  return `mbr_${id.toString(36).padStart(11, '0')}`;
}

/** Reads a golden id from the wire; undefined when it is not one. */
export function parseMemberWireId(text: string): MemberId | undefined {
  if (!/^mbr_[0-9a-z]{11}$/.test(text)) return undefined;
  const value = Number.parseInt(text.slice(4), 36);
  return Number.isSafeInteger(value) && value > 0 ? memberId(value) : undefined;
}
