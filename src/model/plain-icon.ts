/** The icon of a collection for which nobody chose one. */
export const plainIcon = 'book-bookmark';
