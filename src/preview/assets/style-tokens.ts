/** tokens */
export const tokenStyle = ``;
