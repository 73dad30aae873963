import type { Element } from 'hast';

const verbatim = new Set(['code', 'pre', 'kbd', 'samp']);

/** Whether what is in it is quoted to the letter, and no prose. */
export const isVerbatim = ({ tagName }: Element): boolean => verbatim.has(tagName);
