import { optionParam, optionsOf } from './params.ts';

/** Whose effects are meant: those of this receipt, or of the one that a return refers to. */
export const OF_PARAM = optionsOf(
  optionParam('this', { ru: 'этот чек', en: 'this receipt' }),
  optionParam('origin', { ru: 'исходный чек', en: 'the origin receipt' }),
);
