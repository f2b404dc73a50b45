/** Whose calendar days and weeks of the office are counted by, where neither a store nor a viewer names one. */
export const PROGRAMME_ZONE = 'Europe/Moscow';
