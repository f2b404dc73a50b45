export { hasRightCheckDigit, virtualCardNumber, withCheckDigit } from './card-number.ts';
export { memberWireId, parseMemberWireId } from './wire-id.ts';
