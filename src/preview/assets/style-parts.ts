/** parts */
export const partStyle = ``;
